/**
 * Trouble with a store as people are told of it.
 */
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { StoreError } from '../store/store-error.js';

export function storeProblem({ path, message, help }: StoreError): Diagnostic {
  return diagnostic('store', path, null, message, help === undefined ? {} : { help });
}
