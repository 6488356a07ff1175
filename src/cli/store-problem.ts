/**
 * Trouble with a store as people are told of it.
 */
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { StoreError } from '../store/store-error.js';

/** The place is the file of the store alone: what is in it has no lines. */
export function storeProblem({ path, message, help }: StoreError): Diagnostic {
  return diagnostic('store', path, null, message, help === undefined ? {} : { help });
}
