import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  DIAGNOSTIC_CODES,
  type DiagnosticCode,
  diagnostic,
  sortDiagnostics,
} from '../../src/diagnostics/diagnostic.js';

const codes = Object.keys(DIAGNOSTIC_CODES) as DiagnosticCode[];

it.each(codes)('the code %s is in kebab-case, and its meaning one line without a full stop', (code) => {
  const [severity, meaning] = DIAGNOSTIC_CODES[code];
  expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(['error', 'warning', 'note']).toContain(severity);
  expect(meaning).toMatch(/^[^\n]+[^.\n]$/);
});

it('a diagnostic has the severity of its code', () => {
  expect(diagnostic('several-case-summaries', 'a', null, 'm').severity).toBe('warning');
  expect(diagnostic('no-issues', 'a', null, 'm').severity).toBe('error');
});

it('sorting depends on the diagnostics alone, not on their order', () => {
  const span = fc.option(fc.nat(9).map((start) => ({ start, end: start + 1 })));
  const one = fc.record({
    code: fc.constantFrom(...codes),
    file: fc.constantFrom('a', 'b'),
    span,
    message: fc.constantFrom('m', 'n'),
  });
  fc.assert(
    fc.property(fc.array(one), (list) => {
      const diagnostics = list.map(({ code, file, span: place, message }) =>
        diagnostic(code, file, place, message),
      );
      expect(sortDiagnostics([...diagnostics].reverse())).toEqual(sortDiagnostics(diagnostics));
    }),
  );
});
