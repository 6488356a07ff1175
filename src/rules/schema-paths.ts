/**
 * Where an issue of a schema is: the path of keys that it names, the node of the file there, the keys that the schema
 * has there.
 */
import type { Node } from 'yaml';
import * as z from 'zod';
import { keyNodeAt, nodeAt } from './yaml-file.js';

/** Keys and places in lists, from the root of a file on. */
export type Path = readonly (string | number)[];

/** Keys that a mapping may have, and whether it must. */
export type SchemaKeys = ReadonlyMap<string, { readonly isNeeded: boolean }>;

/** Where in a value a problem of its schema is. */
export function pathOf(issue: z.core.$ZodIssue): Path {
  return issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
}

/** `from[0].unit` */
export function pathText(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : step))
    .join('.')
    .replaceAll('.[', '[');
}

/** The node that a path leads to, or the last one on the way when the rest is not there. */
export function descend(root: Node, path: Path): { node: Node; isMissing: boolean } {
  let node = root;
  for (const step of path) {
    const next = nodeAt(node, step);
    if (next === undefined) return { node: keyNodeAt(node, String(step)) ?? node, isMissing: true };
    node = next;
  }
  return { node, isMissing: false };
}

/** The keys of the mapping at a path; none where any key may stand, or where it is not one mapping alone. */
export function keysAt(schema: z.ZodObject, path: Path): SchemaKeys {
  let at: unknown = schema;
  for (const step of path) {
    if (at instanceof z.ZodArray) at = at.element;
    else if (at instanceof z.ZodObject) at = (at.shape as Record<string, unknown>)[String(step)];
    else if (at instanceof z.ZodRecord) at = at.valueType;
    else return new Map();
    if (at instanceof z.ZodOptional) at = at.unwrap();
  }
  if (at instanceof z.ZodRecord && at.keyType instanceof z.ZodEnum)
    return new Map(at.keyType.options.map((key) => [String(key), { isNeeded: false }]));
  if (!(at instanceof z.ZodObject)) return new Map();
  return new Map(
    Object.entries(at.shape).map(([key, type]) => [key, { isNeeded: !(type instanceof z.ZodOptional) }]),
  );
}
