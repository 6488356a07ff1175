/** Text styles without a terminal. */
import { painter } from '../../src/diagnostics/ansi.js';
import type { TextStyle } from '../../src/report/words.js';
import { namesOf } from '../../src/vocabulary/names.js';

export function plainStyle(width: number, meanings: Readonly<Record<string, string>> = {}): TextStyle {
  return { width, paint: painter(false), meaningOf: (fact) => meanings[fact] ?? null, names: namesOf({}) };
}

export function colorStyle(width: number): TextStyle {
  return { ...plainStyle(width), paint: painter(true) };
}

/** The text without its colours. */
export function withoutColor(text: string): string {
  return text.replace(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g'), '');
}
