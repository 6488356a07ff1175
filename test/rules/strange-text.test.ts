/** Characters that nobody sees: refused as they are, written and read in notation. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFile } from '../../src/authoring/format-file.js';
import { inNotation, needsNotation, strangeText } from '../../src/rules/strange-text.js';
import { parseYamlFile } from '../../src/rules/yaml-file.js';

const unseen = fc.constantFrom(
  '\u0000',
  '\u0007',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u2028',
  '\u3000',
  '\ufeff',
);
const text = fc
  .array(fc.oneof(unseen, fc.constantFrom('a', ' ', "'", '"', '\\', ': ', 'é')), {
    minLength: 1,
    maxLength: 12,
  })
  .map((list) => list.join(''));

describe('a text with characters that nobody sees', () => {
  it('is what it was when it is read back from notation', () => {
    fc.assert(
      fc.property(text, (words) => {
        const yaml = inNotation(`a: ${JSON.stringify(words)}\n`);
        const { yaml: read, problems } = parseYamlFile('a.yaml', yaml);
        expect(problems).toEqual([]);
        expect(read?.document.toJS()).toEqual({ a: words });
      }),
    );
  });

  it('keeps them in notation when its file is put into style', () => {
    fc.assert(
      fc.property(text.filter(needsNotation), (words) => {
        const before = inNotation(`id: a\ntitle: ${JSON.stringify(words)}\n`);
        const after = formatFile('rule', 'a.yaml', before);
        if ('problems' in after) throw new Error(after.problems[0]?.message);
        expect(strangeText('a.yaml', after.text)).toBeNull();
        expect(parseYamlFile('a.yaml', after.text).yaml?.document.toJS()).toEqual({ id: 'a', title: words });
      }),
    );
  });
});

describe('a file', () => {
  it.each([
    ['a byte order mark at its start', '\ufeffid: a\n'],
    ['Windows line ends', 'id: a\r\ntitle: b\r\n'],
    ['accents, dashes and signs', 'because: “naïve” – 30° × 2 … ½\n'],
    ['a no-break space within a text', 'because: 30\u00a0mg\n'],
    ['a line of equals signs within a text', 'notes: |\n  a\n  =======\n'],
    ['tabs behind words', 'id: a\t# why\n'],
  ])('with %s is read', (_what, content) => {
    expect(strangeText('a.yaml', content)).toBeNull();
  });
});
