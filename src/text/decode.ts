/**
 * Bytes of a file to the text that stands in it. Offsets count UTF-16 units of the whole file, so a leading byte order
 * mark stays in the text; clean views do not show it.
 * UTF-8 is tried first, UTF-16 where a byte order mark says so, else Windows-1252, which old word processors wrote.
 * Not here: reading files, text out of PDFs. What goes wrong comes back as problems; `diagnostics/` words them.
 */
import { SourceText, type Span } from './source-text.js';
import { decodeWindows1252 } from './windows-1252.js';

/** A hundred times a long letter, and read in about a second; beyond it a file is something else. */
export const MAX_DOCUMENT_BYTES = 1024 * 1024;

/** What is wrong with the bytes or the text; `code` is one of the diagnostic codes. */
export interface DecodeProblem {
  readonly code: 'empty-document' | 'binary-document' | 'too-large' | 'invalid-encoding';
  readonly span: Span | null;
  readonly message: string;
  readonly help?: string;
}

/** INVARIANT: `source` is null only if a problem other than `invalid-encoding` is listed. */
export interface Decoded {
  readonly source: SourceText | null;
  readonly problems: readonly DecodeProblem[];
}

/** First bytes of formats that are sometimes saved under a text name. */
const SIGNATURES: readonly (readonly [signature: string, format: string, suffix: string])[] = [
  ['%PDF-', 'a PDF', '.pdf'],
  ['PK\x03\x04', 'a ZIP or Word file', '.docx'],
  ['\xD0\xCF\x11\xE0', 'an old Word file', '.doc'],
  ['{\\rtf', 'an RTF file', '.rtf'],
  ['\x1F\x8B', 'a gzip file', '.gz'],
];

/** How many of the first bytes are looked at to tell text from other data. */
const SAMPLE_BYTES = 65_536;
/** Share of control characters above which a file is not text. */
const MAX_CONTROL_SHARE = 0.1;

/**
 * Decodes the bytes of one document.
 * @param name what people know the document by
 */
export function decodeDocument(name: string, bytes: Uint8Array): Decoded {
  if (bytes.length > MAX_DOCUMENT_BYTES) return refused(tooLarge(bytes.length));
  const utf16 = utf16Label(bytes);
  if (utf16 !== null) return decodeUtf16(name, bytes, utf16);
  const binary = binaryProblem(bytes);
  if (binary !== null) return refused(binary);
  try {
    return textDocument(name, new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return decodeLegacy(name, bytes);
  }
}

/** A document whose text is at hand already, such as a record of a stream; held to the same limits as bytes. */
export function textDocument(name: string, text: string, problems: readonly DecodeProblem[] = []): Decoded {
  if (text.length > MAX_DOCUMENT_BYTES) return refused(tooLarge(text.length));
  if (text.includes('\0')) return refused(holdsNuls());
  if (!/[^\s\uFEFF]/.test(text)) {
    return refused({ code: 'empty-document', span: null, message: 'the document has no text' });
  }
  return { source: new SourceText(name, text), problems };
}

function refused(problem: DecodeProblem): Decoded {
  return { source: null, problems: [problem] };
}

function tooLarge(size: number): DecodeProblem {
  const megabytes = (bytes: number): string => `${Math.ceil(bytes / (1024 * 1024))} MB`;
  const message = `the document has ${megabytes(size)}, more than the ${megabytes(MAX_DOCUMENT_BYTES)} that any letter needs`;
  return {
    code: 'too-large',
    span: null,
    message,
    help: 'a file of many letters is read as NDJSON, one record a line',
  };
}

function holdsNuls(): DecodeProblem {
  return { code: 'binary-document', span: null, message: 'the document holds NUL bytes, so it is not text' };
}

function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function decodeUtf16(name: string, bytes: Uint8Array, label: 'utf-16le' | 'utf-16be'): Decoded {
  const text = new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
  const bad = text.indexOf('\uFFFD');
  return textDocument(name, text, bad < 0 ? [] : [invalid(bad, 'the text is not well-formed UTF-16 here')]);
}

function binaryProblem(bytes: Uint8Array): DecodeProblem | null {
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  // Readers of PDF allow other bytes before its signature; the other formats begin with theirs.
  const found = SIGNATURES.find(([signature, , suffix]) =>
    suffix === '.pdf' ? start.trimStart().startsWith(signature) : start.startsWith(signature),
  );
  if (found) {
    const [, format, suffix] = found;
    const help = suffix === '.pdf' ? 'rename it to end in `.pdf`' : 'save it as plain text or PDF';
    return {
      code: 'binary-document',
      span: null,
      message: `the document is ${format} under another name`,
      help,
    };
  }
  if (bytes.includes(0)) return holdsNuls();
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const controls = sample.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0);
  if (controls <= sample.length * MAX_CONTROL_SHARE) return null;
  return {
    code: 'binary-document',
    span: null,
    message: 'the document is mostly control characters, so it is not text',
  };
}

/** Control characters that texts do not hold; tab, line ends, page break and escape are left out. */
function isControl(byte: number): boolean {
  return byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32);
}

/** Windows-1252, byte by byte; UTF-8 sequences in between are kept as what they are, with a warning. */
function decodeLegacy(name: string, bytes: Uint8Array): Decoded {
  const { text, firstLegacy, firstUndefined, hasUtf8 } = decodeWindows1252(bytes);
  const problems: DecodeProblem[] = [];
  if (hasUtf8)
    problems.push(invalid(firstLegacy, 'a byte is not valid UTF-8, though other parts of the document are'));
  else if (firstUndefined >= 0)
    problems.push(invalid(firstUndefined, 'a byte is neither UTF-8 nor Windows-1252'));
  return textDocument(name, text, problems);
}

function invalid(at: number, message: string): DecodeProblem {
  const help = 'save the document as UTF-8';
  return { code: 'invalid-encoding', span: { start: at, end: at + 1 }, message, help };
}
