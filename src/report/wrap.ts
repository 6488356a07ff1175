/**
 * Breaks text into lines for a terminal of a given width. Letters may hold anything, so what a terminal would obey
 * (escape sequences, bells) is made visible, and white space becomes single spaces.
 */

/** C0 and C1 controls, and the marks that turn the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** A text on one line, safe to print. */
export function plainWords(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .trim();
}

/** A text cut in its middle to at most `most` characters, between words where there are any. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const half = Math.floor((most - 3) / 2);
  const head = text.slice(0, half).replace(/ [^ ]*$/, '');
  const tail = text.slice(-half).replace(/^[^ ]* /, '');
  return `${head} … ${tail}`;
}

/** Lines of at most `width` characters, broken at spaces; a longer word is broken at hyphens, slashes, or anywhere. */
export function wrap(text: string, width: number): readonly string[] {
  const room = Math.max(width, 8);
  const lines: string[] = [];
  let line = '';
  for (const word of plainWords(text)
    .split(' ')
    .flatMap((one) => pieces(one, room))) {
    const isGlued = word.startsWith(GLUE);
    const part = isGlued ? word.slice(1) : word;
    const joined = line === '' || isGlued ? line + part : `${line} ${part}`;
    if (joined.length <= room) {
      line = joined;
    } else {
      lines.push(line);
      line = part;
    }
  }
  lines.push(line);
  return lines;
}

/** Marks a piece that follows the one before without a space. */
const GLUE = '\u0000';

function pieces(word: string, room: number): readonly string[] {
  if (word.length <= room) return [word];
  const parts = word.split(/(?<=[-/_])/).flatMap((part) => chunks(part, room));
  return parts.map((part, i) => (i === 0 ? part : GLUE + part));
}

function chunks(text: string, size: number): readonly string[] {
  const found: string[] = [];
  for (let i = 0; i < text.length; i += size) found.push(text.slice(i, i + size));
  return found;
}

/** Wrapped lines, each behind `indent` spaces; lines after the first behind `hang` spaces more. */
export function indented(text: string, width: number, indent: number, hang = 0): readonly string[] {
  const [first = '', ...rest] = wrap(text, width - indent);
  if (hang === 0 || rest.length === 0) return [first, ...rest].map((line) => ' '.repeat(indent) + line);
  const tail = wrap(rest.join(' '), width - indent - hang);
  return [' '.repeat(indent) + first, ...tail.map((line) => ' '.repeat(indent + hang) + line)];
}
