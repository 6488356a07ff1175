/**
 * Parts of the schemas of labels and outputs: both leave keys out where nothing is said.
 */
import * as z from 'zod';

/** Null where the key is missing. */
export function orNull<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? null);
}

/** Empty where the key is missing. */
export function listOf<T extends z.ZodType>(schema: T) {
  return z
    .array(schema)
    .nullish()
    .transform((items) => items ?? []);
}

/** False where the key is missing. */
export const flag = z
  .boolean()
  .nullish()
  .transform((value) => value === true);

/** Text that may look like a number, such as a year. */
export const word = z.union([z.string(), z.number()]).transform(String);

export const textOrEmpty = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
