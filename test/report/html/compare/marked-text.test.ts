import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Mark, markedText } from '../../../../src/report/html/compare/marked-text.js';
import { html } from '../../../../src/report/html/markup.js';
import { SourceText } from '../../../../src/text/source-text.js';

const mark = (start: number, end: number, n: number, kind: Mark['kind'] = 'evidence'): Mark => ({
  start,
  end,
  kind,
  id: kind === 'cue' ? '' : `e${n}`,
  target: `c${n}`,
  sign: String(n),
  title: 'why',
});
const source = new SourceText('a.txt', 'The <b>straight leg</b>\n\nraise & all.');
const whole = { start: 0, end: source.text.length };
const shown = (marks: readonly Mark[]): string => markedText(source, whole, marks).text;

test('a mark is a link to what rests on it, with its sign', () => {
  expect(shown([mark(7, 19, 1)])).toContain(
    '<a class="evidence" id="e1" href="#c1" title="why">straight leg<sup>1</sup></a>',
  );
});

test('two marks on the same words are two links, and both can be led back to', () => {
  const text = shown([mark(7, 19, 1), mark(7, 19, 2)]);
  expect(text).toContain('id="e1" href="#c1"');
  expect(text).toContain('<span id="e2" tabindex="-1"></span>');
  expect(text).toContain('href="#c2" title="why"><sup>2</sup>');
});

test('cues are marked in words that are evidence, and lead nowhere', () => {
  expect(shown([mark(7, 19, 1), mark(7, 15, 2, 'cue')])).toContain('<span class="cue">straight</span>');
});

test('marks outside of the part are left out', () => {
  expect(markedText(source, { start: 0, end: 5 }, [mark(4, 9, 1)]).text).toBe('The &lt;');
});

describe('laws', () => {
  const spans = fc.array(
    fc.tuple(fc.nat({ max: source.text.length }), fc.nat({ max: source.text.length }), fc.boolean()),
    { maxLength: 8 },
  );

  test('whatever is marked, the words are those of the letter', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const marks = list.map(([a, b, isCue], i) =>
          mark(Math.min(a, b), Math.max(a, b), i + 1, isCue ? 'cue' : 'evidence'),
        );
        const words = shown(marks)
          .replace(/<sup>\d+<\/sup>/g, '')
          .replace(/<[^>]*>/g, '');
        const plain = html`${source.text}`.text;
        expect(words.replace(/\s+/g, '')).toBe(plain.replace(/\s+/g, ''));
      }),
    );
  });

  test('every mark can be led back to, once', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const marks = list
          .map(([a, b], i) => mark(Math.min(a, b), Math.max(a, b), i + 1))
          .filter((one) => one.start < one.end);
        const text = shown(marks);
        for (const { id } of marks) expect(text.split(`id="${id}"`)).toHaveLength(2);
      }),
    );
  });
});
