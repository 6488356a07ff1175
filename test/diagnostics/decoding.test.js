import { expect, it } from 'vitest';
import { decodingDiagnostics } from '../../src/diagnostics/decoding.js';
import { decodeDocument } from '../../src/text/decode.js';
it('problems of decoding become diagnostics of the document, with the severity of their code', () => {
    const refused = decodeDocument('a.txt', new TextEncoder().encode('%PDF-1.4'));
    expect(decodingDiagnostics('a.txt', refused.problems)).toEqual([
        {
            code: 'binary-document',
            severity: 'error',
            file: 'a.txt',
            span: null,
            message: 'the document is a PDF under another name',
            help: 'rename it to end in `.pdf`',
        },
    ]);
    const mixed = decodeDocument('a.txt', new Uint8Array([0x61, 0x81]));
    expect(decodingDiagnostics('a.txt', mixed.problems)[0]).toMatchObject({
        severity: 'warning',
        span: { start: 1, end: 2 },
    });
});
it('a problem without help has none as a diagnostic', () => {
    const [shown] = decodingDiagnostics('a.txt', decodeDocument('a.txt', new Uint8Array()).problems);
    expect(shown).not.toHaveProperty('help');
});
