/** The shell of pages: what every page has, and that nothing which is put in can break out of its place. */
import { describe, expect, test } from 'vitest';
import { BASE_STYLE } from '../../../src/report/html/base-style.js';
import { html } from '../../../src/report/html/markup.js';
import { inlineStyle, linkedScript, pageText, scrolling } from '../../../src/report/html/page.js';

const PAGE = { title: 'A <b> & "c"', styles: [inlineStyle(BASE_STYLE)], main: html`<h1>Head</h1>` };

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

describe('the shell of a page', () => {
  test('has a language, a title, a way past the navigation, and one main part', () => {
    const text = pageText(PAGE);
    expect(text).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(text).toContain('<title>A &lt;b&gt; &amp; &quot;c&quot;</title>');
    expect(text).toContain('<a class="skip" href="#main">');
    expect(text.match(/<main /g)).toHaveLength(1);
  });

  test('leaves out head and foot that it does not have', () => {
    expect(pageText(PAGE)).not.toMatch(/<header|<footer|<script/);
    const full = pageText({ ...PAGE, head: html`a`, foot: html`b`, scripts: [linkedScript('x.js')] });
    expect(full).toMatch(/<header class="page-head">a<\/header>/);
    expect(full).toMatch(/<footer class="page-foot">b<\/footer>\n<script src="x.js" defer><\/script>/);
  });

  test('asks for nothing from a network', () => {
    expect(pageText(PAGE)).not.toMatch(/https?:|url\(|@import/);
  });

  test('a wide table can be scrolled by keyboard', () => {
    expect(scrolling('rates', html`<table></table>`).text).toMatch(
      /role="region" tabindex="0" aria-label="rates"/,
    );
  });
});

describe('the base style', () => {
  const grounds = ['--ground', '--tint'];
  const texts = ['--ink', '--soft', '--accent', '--met', '--not-met', '--open'];
  const pairs = [
    ...texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)),
    ...(['met', 'not-met', 'open', 'accent'] as const).map(
      (name) => [`--${name}`, `--${name}-tint`] as const,
    ),
    ['--ink', '--mark'] as const,
  ];
  const palettes = [...BASE_STYLE.matchAll(/--ground:[^}]*/g)].slice(0, 2).map(([block]) => {
    return new Map([...block.matchAll(/(--[a-z-]+): (#[0-9a-f]{6})/g)].map((match) => [match[1], match[2]]));
  });

  test.each(pairs)('%s can be read on %s, light and dark', (text, ground) => {
    expect(palettes).toHaveLength(2);
    for (const colors of palettes) {
      expect(contrast(colors.get(text) ?? '', colors.get(ground) ?? '')).toBeGreaterThanOrEqual(4.5);
    }
  });
});
