import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDiagnostic, formatDiagnostics } from '../../src/diagnostics/code-frame.js';
import { diagnostic } from '../../src/diagnostics/diagnostic.js';
const PLAIN = { color: false };
function show(text, start, end, more = {}) {
    const shown = { ...diagnostic('unknown-fact', 'a.yaml', { start, end }, 'a message'), ...more };
    return formatDiagnostic(shown, () => text, PLAIN);
}
describe('one diagnostic', () => {
    it('has place, severity and code, then message, line, caret and help', () => {
        const text = 'all:\n  - id: x\n    fact: red_flags\n';
        const shown = diagnostic('unknown-fact', 'rules/a.yaml', { start: 25, end: 34 }, '`x` tests `red_flags`, which the lexicon does not define', { help: 'did you mean `red_flag_any`?' });
        expect(formatDiagnostic(shown, () => text, PLAIN)).toBe([
            'rules/a.yaml:3:11 error unknown-fact',
            '  `x` tests `red_flags`, which the lexicon does not define',
            '  3 |     fact: red_flags',
            '    |           ^^^^^^^^^',
            '  help: did you mean `red_flag_any`?',
        ].join('\n'));
    });
    it('has no place and no line without a span', () => {
        expect(formatDiagnostic(diagnostic('no-issues', 'a.txt', null, 'none'), () => 'text', PLAIN)).toBe('a.txt error no-issues\n  none');
    });
    it('has no line where the text cannot be had', () => {
        expect(show(undefined, 3, 4)).toBe('a.yaml error unknown-fact\n  a message');
    });
    it('shows related places with their lines', () => {
        const related = [{ file: 'b.yaml', span: { start: 4, end: 5 }, message: 'first used here' }];
        const texts = { 'a.yaml': 'id: x', 'b.yaml': 'id: x' };
        const shown = diagnostic('duplicate-id', 'a.yaml', { start: 4, end: 5 }, 'the id `x` is used already', {
            related,
        });
        expect(formatDiagnostic(shown, (file) => texts[file], PLAIN)
            .split('\n')
            .slice(4)).toEqual(['  b.yaml:1:5 first used here', '  1 | id: x', '    |     ^']);
    });
    it.each([
        ['an empty span', 'abc', 1, 1, '  1 | abc', '    |  ^'],
        ['the end of the text', 'abc', 3, 3, '  1 | abc', '    |    ^'],
        ['a span past the end', 'abc', 90, 95, '  1 | abc', '    |    ^'],
        ['a span over two lines', 'abc\ndef', 1, 6, '  1 | abc', '    |  ^^'],
        ['Windows line ends', 'a\r\nbcd\r\n', 4, 5, '  2 | bcd', '    |  ^'],
        ['tabs', '\ta\tb', 3, 4, '  1 | \ta\tb', '    | \t \t^'],
        ['a pair of surrogates', '\u{1F600} x', 0, 2, '  1 | \u{1F600} x', '    | ^'],
        ['control characters', 'a\u001b[31mb', 0, 1, '  1 | a\uFFFD[31mb', '    | ^'],
        ['an empty line', 'a\n\nb', 2, 2, '  2 |', '    | ^'],
        ['an empty text', '', 0, 0, '  1 |', '    | ^'],
    ])('marks %s', (_, text, start, end, line, caret) => {
        expect(show(text, start, end).split('\n').slice(2)).toEqual([line, caret]);
    });
    it('pads the caret to the width of the line number', () => {
        expect(show(`${'\n'.repeat(9)}abc`, 10, 11)
            .split('\n')
            .slice(2)).toEqual(['  10 | abc', '     |  ^']);
    });
    it('cuts a long line around the span', () => {
        const [line, caret] = show(`${'a'.repeat(500)}X${'b'.repeat(500)}`, 500, 501)
            .split('\n')
            .slice(2);
        expect(line).toBe(`  1 | …${'a'.repeat(40)}X${'b'.repeat(59)}…`);
        expect(line[caret.indexOf('^')]).toBe('X');
    });
    it('uses colours only where asked to', () => {
        const shown = diagnostic('unknown-fact', 'a.yaml', { start: 0, end: 1 }, 'a message', { help: 'help' });
        const colored = formatDiagnostic(shown, () => 'abc', { color: true });
        expect(colored).toContain('\u001b[31merror\u001b[39m');
        // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for.
        expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(formatDiagnostic(shown, () => 'abc', PLAIN));
    });
});
describe('many diagnostics', () => {
    it('are sorted by file and place, whatever their order', () => {
        const list = [
            diagnostic('unknown-key', 'b.yaml', { start: 0, end: 1 }, 'third'),
            diagnostic('unknown-key', 'a.yaml', { start: 2, end: 3 }, 'second'),
            diagnostic('missing-key', 'a.yaml', null, 'first'),
        ];
        const shown = formatDiagnostics(list, () => 'abc', PLAIN);
        expect(shown.match(/first|second|third/g)).toEqual(['first', 'second', 'third']);
        expect(formatDiagnostics([...list].reverse(), () => 'abc', PLAIN)).toBe(shown);
    });
    it('none are nothing', () => {
        expect(formatDiagnostics([], () => undefined, PLAIN)).toBe('');
    });
    it('ask for each text once', () => {
        let asked = 0;
        const list = [1, 2, 3].map((start) => diagnostic('unknown-key', 'a.yaml', { start, end: start }, 'x'));
        formatDiagnostics(list, () => {
            asked++;
            return 'abcd';
        }, PLAIN);
        expect(asked).toBe(1);
    });
});
describe('properties', () => {
    it('the caret stands under the first character of the span', () => {
        fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\t', '\r\n'), maxLength: 300 }), fc.nat(), (text, at) => {
            const start = at % (text.length + 1);
            const character = text[start];
            if (character === undefined || /\s/.test(character))
                return;
            const [line, caret] = show(text, start, start + 1)
                .split('\n')
                .slice(2);
            expect(line[caret.indexOf('^')]).toBe(character);
        }));
    });
});
