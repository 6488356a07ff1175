/**
 * Terminal colours for diagnostics, chosen by the caller: with colour off every style gives the text back unchanged.
 */

/** How a part of a text stands out; colours are named, so that a terminal's own palette decides. */
export type Style = 'red' | 'yellow' | 'cyan' | 'dim' | 'bold';
/** Sets a text in a style, or gives it back as it is where there is no colour. Styles are not nested. */
export type Paint = (style: Style, text: string) => string;

/** SGR codes that switch a style on and off again. */
const CODES: Readonly<Record<Style, readonly [on: number, off: number]>> = {
  red: [31, 39],
  yellow: [33, 39],
  cyan: [36, 39],
  dim: [2, 22],
  bold: [1, 22],
};

/** A painter for a terminal with or without colour. */
export function painter(color: boolean): Paint {
  if (!color) return (_style, text) => text;
  return (style, text) => `\u001b[${CODES[style][0]}m${text}\u001b[${CODES[style][1]}m`;
}
