/**
 * Where the sentences of examples are broken into lines when a file is written; everything else stays on its line.
 */
import { type Document, isScalar, Pair, visit } from 'yaml';

/** The key of sentences, and where their lines are broken. */
const TEXT_KEY = 'text';
const TEXT_WIDTH = 106;

/** Makes the writer of a document break the texts of examples at their own width. */
export function breakTexts(document: Document): void {
  visit(document, {
    Pair(_key, pair) {
      if (isScalar(pair.key) && pair.key.value === TEXT_KEY && isScalar(pair.value)) broken(pair);
    },
  });
}

/** The writer has one width for all that it writes; this pair has its own. */
function broken(pair: Pair): void {
  const own: typeof pair.toString = (context, ...rest) =>
    Pair.prototype.toString.call(
      pair,
      context && { ...context, options: { ...context.options, lineWidth: TEXT_WIDTH } },
      ...rest,
    );
  Object.defineProperty(pair, 'toString', { value: own, enumerable: false, configurable: true });
}
