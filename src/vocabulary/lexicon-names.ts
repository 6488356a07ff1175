/** How names and phrases stand in lexicon files, whatever their section. */
import * as z from 'zod';

export const snake = z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be lower-case letters, digits and `_`');
export const phrases = z.array(z.string().min(1, 'must not be empty')).min(1);
