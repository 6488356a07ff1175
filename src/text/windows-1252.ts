/**
 * Bytes that are not valid UTF-8, read as Windows-1252, which old word processors wrote. UTF-8 sequences in between,
 * as in files pasted together, are kept as what they are.
 * Own table: the platform's decoder reads 0x80 to 0x9F as control characters in some releases.
 */

/** What Windows-1252 puts at 0x80 to 0x9F; zero where it has nothing. Other bytes are their own code point. */
const WINDOWS_1252 = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
  0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0, 0x017e, 0x0178,
];

/** Bytes as text, with what was odd about them; offsets are of the text. */
export interface LegacyText {
  readonly text: string;
  /** Offset of the first character that is no UTF-8, and of the first that Windows-1252 does not have either; -1 for none. */
  readonly firstLegacy: number;
  readonly firstUndefined: number;
  /** True when some characters beyond ASCII are valid UTF-8. */
  readonly hasUtf8: boolean;
}

/** Decodes byte by byte; what Windows-1252 does not have becomes U+FFFD. */
export function decodeWindows1252(bytes: Uint8Array): LegacyText {
  const pieces: string[] = [];
  let length = 0;
  let firstLegacy = -1;
  let firstUndefined = -1;
  let hasUtf8 = false;
  for (let i = 0; i < bytes.length; ) {
    const sequence = utf8SequenceLength(bytes, i);
    const byte = bytes[i] as number;
    if (sequence === 0 && firstLegacy < 0) firstLegacy = length;
    if (sequence === 0 && firstUndefined < 0 && WINDOWS_1252[byte - 0x80] === 0) firstUndefined = length;
    hasUtf8 ||= sequence > 1;
    const piece = sequence > 1 ? UTF8.decode(bytes.subarray(i, i + sequence)) : legacyCharacter(byte);
    pieces.push(piece);
    length += piece.length;
    i += Math.max(sequence, 1);
  }
  return { text: pieces.join(''), firstLegacy, firstUndefined, hasUtf8 };
}

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

function legacyCharacter(byte: number): string {
  if (byte < 0x80 || byte > 0x9f) return String.fromCharCode(byte);
  return String.fromCharCode(WINDOWS_1252[byte - 0x80] || 0xfffd);
}

/** Length of the well-formed UTF-8 sequence at an offset; 0 if there is none. Table 3-7 of the Unicode standard. */
function utf8SequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  if (lead < 0x80) return 1;
  const second = bytes[at + 1] ?? 0;
  if (lead === 0xe0 && second < 0xa0) return 0;
  if (lead === 0xed && second > 0x9f) return 0;
  if (lead === 0xf0 && second < 0x90) return 0;
  if (lead === 0xf4 && second > 0x8f) return 0;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  for (let k = 1; k < length; k++) if (((bytes[at + k] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
