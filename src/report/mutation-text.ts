/**
 * What became of small changes of rules, for people and programs: the score, and each change that no example noticed,
 * at its place, with what an example would have to say to notice it.
 */
import { formatDiagnostic, type TextOf } from '../diagnostics/code-frame.js';
import type { Killer, RuleMutation, Survivor } from '../vocabulary/coverage.js';
import { percentText } from './coverage-text.js';
import { counted } from './words.js';

/** What became of mutants; together they are all that were made. */
export interface MutationCounts {
  readonly killed: number;
  readonly survived: number;
  /** Survivors that no example near the existing ones could tell from the rule; they do not count in the score. */
  readonly equivalent: number;
}

/** Counts the mutants of all the rules together. */
export function mutationCounts(rules: readonly RuleMutation[]): MutationCounts {
  const survivors = rules.flatMap((one) => one.survivors);
  const equivalent = survivors.filter((one) => one.killer === null).length;
  const killed = rules.reduce((total, one) => total + one.killed, 0);
  return { killed, survived: survivors.length - equivalent, equivalent };
}

/** Killed mutants of all that could be; 100 where there are none. */
export function mutationPercent({ killed, survived }: MutationCounts): number {
  return killed + survived === 0 ? 100 : (100 * killed) / (killed + survived);
}

/** How survivors are shown, with the texts of the rule files. */
export interface MutationStyle {
  readonly color: boolean;
  readonly textOf: TextOf;
}

/** Every survivor, then a line that counts; ends with a line end. */
export function mutationText(rules: readonly RuleMutation[], style: MutationStyle): string {
  const blocks = rules.flatMap(({ survivors }) => survivors.map((one) => survivorText(one, style)));
  return [...blocks, mutationSummary(rules)].join('\n\n');
}

/** `3 of 4 changes noticed (75.0 %), 1 that no example could notice`; ends with a line end. */
export function mutationSummary(rules: readonly RuleMutation[]): string {
  const counts = mutationCounts(rules);
  const { killed, survived, equivalent } = counts;
  const apart = equivalent === 0 ? '' : `; ${equivalent} apart that no example was found for`;
  const score = `${killed} of ${counted(killed + survived, 'change')} noticed (${percentText(mutationPercent(counts))})`;
  return `${counted(rules.length, 'rule')}: ${score}${apart}\n`;
}

/** A line a rule that has survivors, the most first; ends with a line end. */
export function mutationTable(rules: readonly RuleMutation[]): string {
  const rows = rules
    .map((one) => ({ rule: one.rule, counts: mutationCounts([one]) }))
    .filter(({ counts }) => counts.survived > 0)
    .sort((a, b) => b.counts.survived - a.counts.survived || (a.rule < b.rule ? -1 : 1));
  const width = Math.max(4, ...rows.map((one) => one.rule.length));
  const head = `${'rule'.padEnd(width)}  noticed  survived\n`;
  const lines = rows.map(
    ({ rule, counts }) =>
      `${rule.padEnd(width)}  ${percentText(mutationPercent(counts)).padStart(7)}  ${String(counts.survived).padStart(8)}\n`,
  );
  return rows.length === 0 ? '' : `${head}${lines.join('')}\n`;
}

function survivorText({ mutation, killer }: Survivor, { color, textOf }: MutationStyle): string {
  const { file, span } = mutation.place;
  const message = `no example is red when ${mutation.words}`;
  const help = killer === null ? 'no example was found that could be; is it needed?' : killerText(killer);
  const code = 'surviving-mutant';
  return formatDiagnostic({ code, severity: 'warning', file, span, message, help }, textOf, { color });
}

/** What an example would have to look like. */
function killerText({ from, changes, end, mutantEnd }: Killer): string {
  const said = changes.map(({ fact, to }) => `${fact} ${to}`).join(' and ');
  return `one like \`${from}\` with ${said} would be: the rule comes to ${end}, changed to ${mutantEnd}`;
}

/** One document with every survivor; ends with a line end. */
export function mutationJson(rules: readonly RuleMutation[]): string {
  const counts = mutationCounts(rules);
  const totals = { ...counts, percent: mutationPercent(counts) };
  return `${JSON.stringify({ report: 'mutation', rules, totals }, null, 2)}\n`;
}
