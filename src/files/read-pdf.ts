/**
 * Bytes of a PDF -> a text that knows its pages, or why there is none: damaged, locked, or a scan without text.
 * The reader of PDFs is large, so it is loaded with the first PDF.
 * Not here: how pieces of text become lines (`pdf-lines.ts`).
 */
import { type DiagnosticCode, diagnostic } from '../diagnostics/diagnostic.js';
import { SourceText } from '../text/source-text.js';
import { type LetterInput, unreadInput } from './letter-input.js';
import { type PdfPiece, pagedText } from './pdf-lines.js';

/** Reads a PDF. Never throws for any bytes; what is wrong is told by the input. @param document what people know it by */
export async function readPdf(document: string, bytes: Uint8Array): Promise<LetterInput> {
  const refuse = (code: DiagnosticCode, message: string, help: string): LetterInput =>
    unreadInput(diagnostic(code, document, null, message, { help }));
  let pages: readonly (readonly PdfPiece[])[];
  try {
    pages = await readPages(bytes);
  } catch (cause) {
    const isLocked = cause instanceof Error && cause.name === 'PasswordException';
    return isLocked
      ? refuse('unreadable-file', 'the PDF is locked with a password', 'save a copy without the password')
      : refuse('binary-document', 'the file is not a PDF, or is damaged', 'save it as PDF or as plain text');
  }
  const { text, pageStarts } = pagedText(pages);
  if (text.trim() === '') {
    const help = 'run text recognition (OCR) on it first';
    return refuse('empty-document', 'the PDF has no text: it is probably a scan', help);
  }
  return { document, source: new SourceText(document, text, pageStarts), problems: [] };
}

async function readPages(bytes: Uint8Array): Promise<readonly (readonly PdfPiece[])[]> {
  const { getDocumentProxy } = await import('unpdf');
  // The reader takes the buffer over, so it gets a copy.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  try {
    const pages: PdfPiece[][] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push((items as readonly PdfItem[]).flatMap((item) => ('str' in item ? [pieceOf(item)] : [])));
      page.cleanup();
    }
    return pages;
  } finally {
    await pdf.destroy();
  }
}

/** Text with its place, or a mark of structure. */
type PdfItem = PdfText | { readonly type: string };

interface PdfText {
  readonly str: string;
  readonly width: number;
  readonly height: number;
  /** Ends with the place of the left end. */
  readonly transform: readonly number[];
}

function pieceOf(item: PdfText): PdfPiece {
  const [, , , , x = 0, y = 0] = item.transform;
  return { text: item.str, x, y, width: item.width, height: item.height };
}
