/**
 * Floors under figures: a path to a figure, and the least or most that it may be.
 *   facts.recall: { min: 0.8 }
 *   findings.letters.false_alarm_rate: { max: 0.1 }
 * In: text of a floors file. Out: checked floors; for figures, a line per floor that is broken.
 */
import { parseDocument } from 'yaml';
import * as z from 'zod';
import type { Figures } from './figures.js';

const floorSchema = z
  .strictObject({ min: z.number().optional(), max: z.number().optional() })
  .refine(({ min, max }) => min !== undefined || max !== undefined, 'give `min`, `max` or both');
const floorsSchema = z.record(z.string(), floorSchema);

/** Floors by the path of their figure: its keys joined by dots. */
export type Floors = z.infer<typeof floorsSchema>;

export type ParsedFloors = { readonly floors: Floors } | { readonly problem: string };

/** @param file what the file is called in the problem */
export function parseFloors(file: string, yaml: string): ParsedFloors {
  const document = parseDocument(yaml);
  const [error] = document.errors;
  if (error) return { problem: `${file}: ${error.message.split('\n')[0]}` };
  const read = floorsSchema.safeParse(document.toJS());
  if (read.success) return { floors: read.data };
  const issue = read.error.issues[0];
  return { problem: `${file}: \`${issue?.path.join('.')}\`: ${issue?.message}` };
}

/** A line for each floor that does not hold, in the order of the file. A figure that is missing holds no floor. */
export function brokenFloors(floors: Floors, figures: Figures): readonly string[] {
  return Object.entries(floors).flatMap(([path, { min, max }]) => {
    const figure = figureAt(figures, path);
    if (typeof figure !== 'number') return [`${path}: there is no such figure, or nothing to count it over`];
    if (min !== undefined && figure < min) return [`${path}: ${figure} is below its minimum ${min}`];
    if (max !== undefined && figure > max) return [`${path}: ${figure} is above its maximum ${max}`];
    return [];
  });
}

function figureAt(figures: Figures, path: string): unknown {
  return path.split('.').reduce<unknown>((node, key) => {
    const isInside = typeof node === 'object' && node !== null && Object.hasOwn(node, key);
    return isInside ? (node as Readonly<Record<string, unknown>>)[key] : undefined;
  }, figures);
}
