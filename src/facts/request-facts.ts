/**
 * Attributes of the request itself, asked like facts under names that begin with `req_`, so that rules have one
 * language for both. They rest on the request line, not on the summary.
 */
import type { FactReading, FactValue } from '../vocabulary/fact.js';
import type { Service } from '../vocabulary/service.js';

const READ: Readonly<Record<string, (service: Service) => FactValue | null>> = {
  req_regions: (service) => (service.region === null ? null : [service.region]),
  req_laterality: (service) => service.laterality,
  req_levels: (service) => (service.levels.length > 0 ? service.levels : null),
  req_level_count: (service) => levelCount(service.levels),
  req_quantity: (service) => service.quantity,
  req_frequency: (service) => perWeek(service.frequency),
  req_duration_weeks: (service) => service.durationWeeks,
  req_parent_service: (service) => service.parent,
};

/** The answer of the request line to a `req_` fact; modifiers answer under their own names (`req_contrast`). */
export function requestReading(name: string, service: Service): FactReading {
  const modifier = service.modifiers[name.slice('req_'.length)];
  const value = READ[name]?.(service) ?? modifier ?? null;
  if (value === null || value === false) return { fact: name, status: value === false ? 'absent' : 'not-documented', value: null, gap: false, because: '', facts: [] };
  return { fact: name, status: 'present', value: value === true ? null : value, gap: false, because: `the request line says \`${service.words.text}\``, facts: [] };
}

/** Joint levels: pairs count one each; nerves standing alone supply one joint less than their number. */
function levelCount(levels: readonly string[]): number | null {
  if (levels.length === 0) return null;
  const pairs = levels.filter((level) => level.includes('-')).length;
  const nerves = levels.length - pairs;
  return pairs + (nerves > 1 ? nerves - 1 : nerves);
}

/** `3/week` as 3; other periods are turned into weeks. */
function perWeek(frequency: string | null): number | null {
  const match = /^(\d+(?:\.\d+)?)\/(day|week|month)$/.exec(frequency ?? '');
  if (!match) return null;
  return Number(match[1]) * ({ day: 7, week: 1, month: 7 / 30.4375 }[match[2] as 'day' | 'week' | 'month'] ?? 1);
}
