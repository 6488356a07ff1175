/** How names and phrases stand in lexicon files, whatever their section. */
import * as z from 'zod';

/** A name that is data: fact, concept, family, region, drug. Output and rules give it as it is written here. */
export const snake = z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be lower-case letters, digits and `_`');

/** A list of phrases, never empty; what a phrase may hold is checked where phrases are compiled. */
export const phrases = z.array(z.string().min(1, 'must not be empty')).min(1);
