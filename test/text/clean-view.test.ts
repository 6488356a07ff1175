import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CleanView } from '../../src/text/clean-view.js';
import { SourceText } from '../../src/text/source-text.js';

function clean(text: string): string {
  return CleanView.of(new SourceText('t', text)).text;
}

describe('what a clean view shows', () => {
  it.each([
    ['double spaced lines', 'one \n\ntwo\n \nthree', 'one two three'],
    ['a page break in mid sentence', 'the spinal \n\f\n\n canal', 'the spinal canal'],
    ['a date cut at its hyphen', 'On 10- \n\n05-2015 it', 'On 10-05-2015 it'],
    ['a word cut at its hyphen', 'post-\r\noperative', 'post-operative'],
    ['a date cut at its slash', '09/\n2015', '09/2015'],
    ['a dash between words', 'before -\nafter', 'before - after'],
    ['a hyphen and a space on one line', 'pre- and post', 'pre- and post'],
    ['a typographic hyphen at a line end', 'L4\u2011\nL5', 'L4-L5'],
    ['a soft hyphen at a line end', 'radicu\u00AD\nlopathy', 'radiculopathy'],
    ['a soft hyphen inside a word', 'radicu\u00ADlopathy', 'radiculopathy'],
    ['typographic quotes', '\u201Cdon\u2019t\u201D', '"don\'t"'],
    ['Windows quotes read as Latin-1', 'don\x92t', "don't"],
    ['ligatures', 'de\uFB01cit, di\uFB00use', 'deficit, diffuse'],
    ['degrees after a space', 'to 80 \u00B0 left', 'to 80 degrees left'],
    ['degrees after a number', 'to 80\u00B0', 'to 80 degrees'],
    ['a byte order mark', '\uFEFF Letter', 'Letter'],
    ['a zero width space between spaces', 'a \u200B b', 'a b'],
    ['a zero width space at the end', 'a \u200B', 'a'],
    ['no-break spaces', 'a\u00A0\u00A0b', 'a b'],
    ['line separators', 'a\u2028b', 'a b'],
    ['letters with accents', 'Ménière café', 'Ménière café'],
    ['white space alone', ' \n\t ', ''],
    ['nothing', '', ''],
  ])('mends %s', (_, text, expected) => {
    expect(clean(text)).toBe(expected);
  });
});

describe('spans of a view', () => {
  it('end right after the last character shown', () => {
    const source = new SourceText('t', 'a de\uFB01cit  \n of L5');
    const view = CleanView.of(source);
    const at = view.text.indexOf('deficit');
    const { start, end } = view.span(at, at + 'deficit'.length);
    expect(source.text.slice(start, end)).toBe('de\uFB01cit');
  });

  it('never cut a surrogate pair', () => {
    const source = new SourceText('t', 'a \u{1F600} b');
    expect(CleanView.of(source).span(3, 4)).toEqual({ start: 2, end: 4 });
    expect(CleanView.of(source).span(2, 3)).toEqual({ start: 2, end: 4 });
  });

  it('of a part of a source point into the source', () => {
    const source = new SourceText('t', 'head\n\nbody  text\n\ntail');
    const view = CleanView.of(source, { start: 6, end: 18 });
    expect(view.text).toBe('body text');
    expect(view.span(5, 9)).toEqual({ start: 12, end: 16 });
    expect(view.toSource(99)).toBe(16);
  });
});

describe('properties', () => {
  const texts = fc.string({
    unit: fc.constantFrom(
      'a',
      'B',
      '7',
      ' ',
      ' ',
      '\n',
      '\r\n',
      '-',
      '/',
      '.',
      '\u2019',
      '\uFB01',
      '\u00B0',
      '\u00AD',
      '\u200B',
      '\u{1F600}',
      'é',
      '\u00BD',
    ),
    maxLength: 80,
  });

  it('every offset maps back, in order, into the span', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const view = CleanView.of(new SourceText('t', text));
        let last = 0;
        for (let i = 0; i <= view.text.length; i++) {
          const at = view.toSource(i);
          expect(at).toBeGreaterThanOrEqual(last);
          expect(at).toBeLessThanOrEqual(text.length);
          last = at;
        }
      }),
    );
  });

  it('plain characters map to themselves', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const view = CleanView.of(new SourceText('t', text));
        for (let i = 0; i < view.text.length; i++) {
          if (/[aB7]/.test(view.text[i] as string)) expect(text[view.toSource(i)]).toBe(view.text[i]);
        }
      }),
    );
  });

  it('the words of a view span, cleaned again, are the words of the view', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const source = new SourceText('t', text);
        const view = CleanView.of(source);
        // A hyphen that a span begins with has lost the word that it joins.
        const words = [...view.text.matchAll(/[aB7.é][aB7.é-]*(?: [aB7.é-]+)*/g)];
        const word = words[a % Math.max(words.length, 1)];
        if (!word) return;
        const end = word.index + 1 + (b % word[0].length);
        const shown = view.text.slice(word.index, end);
        if (shown.endsWith(' ')) return;
        expect(CleanView.of(source, view.span(word.index, end)).text).toBe(shown);
      }),
    );
  });

  it('a view has single spaces only, and none at its ends', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const view = clean(text);
        expect(view).not.toMatch(/ {2}|^ | $|[\n\r\t]/);
      }),
    );
  });

  it('a clean text is left as it is', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(clean(clean(text))).toBe(clean(text));
      }),
    );
  });

  // So long that work which grows with its square would not end within the test.
  it.each(['word ', 'a-\n', ' \n', '\u2019', 'x'])(
    'cleans a long run of %j',
    (unit) => {
      expect(clean(unit.repeat(500_000 / unit.length)).length).toBeLessThanOrEqual(500_000);
    },
    60_000,
  );
});
