/**
 * A defect of this program that a document brought out: told like any other problem, so that the documents after it
 * are read all the same.
 */
import { type Diagnostic, diagnostic } from './diagnostic.js';

/** What is told of a document on which the program threw. @param cause whatever was thrown */
export function programFailure(document: string, cause: unknown): Diagnostic {
  const words = cause instanceof Error ? cause.message : String(cause);
  const message = `this program failed on the document: ${words}`;
  return diagnostic('internal-error', document, null, message, {
    help: 'please report it with the document',
  });
}
