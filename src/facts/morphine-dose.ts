/**
 * The morphine dose that all opioids taken now add up to: strength times pieces a day times the factor of the drug.
 * In: mentions of drugs. Out: a total and the lines it rests on. Factors are data (`drugs` of the lexicon).
 */
import type { DrugEntry } from '../vocabulary/lexicon.js';
import type { CompiledLexicon } from './compiled-lexicon.js';
import { type DrugLine, drugLine } from './drug-lines.js';
import { asTaken } from './drugs-taken.js';
import type { Mention } from './mention.js';
import type { Scan } from './scan.js';

/** Milligrams of morphine by mouth that equal a day of a line; null if the line or the drug gives no figure. */
export function morphineDose(line: DrugLine, drug: DrugEntry): number | null {
  const factor = drug['morphine-factor'];
  if (factor === undefined || line.strengthMg === null || line.perDay === null) return null;
  const daily = line.strengthMg * line.perDay;
  const by =
    typeof factor === 'number'
      ? factor
      : (factor.find((band) => daily <= band['up-to-mg']) ?? factor[factor.length - 1])?.factor;
  return by === undefined ? null : Math.round(daily * by * 100) / 100;
}

/** The morphine dose of all drugs taken now, each at the last directions given for it. */
export interface MorphineTotal {
  readonly mgPerDay: number;
  /** Drugs with a factor that are taken, but at a dose that the text does not give. */
  readonly isComplete: boolean;
  readonly lines: readonly DrugLine[];
}

/** Sums the mentions of drugs with a factor; null if none is taken at a known dose. */
export function morphineTotal(
  mentions: readonly Mention[],
  scan: Scan,
  lexicon: CompiledLexicon,
): MorphineTotal | null {
  const byDrug = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const known = byDrug.get(mention.concept.name);
    if (known) known.push(mention);
    else byDrug.set(mention.concept.name, [mention]);
  }
  const lines: DrugLine[] = [];
  let total = 0;
  let isComplete = true;
  for (const [name, of] of byDrug) {
    const drug = lexicon.drugs.get(name);
    const line = drug?.['morphine-factor'] === undefined ? null : lineTakenNow(of, scan, lexicon);
    if (!drug || !line) continue;
    const dose = morphineDose(line, drug);
    if (dose === null) isComplete = false;
    else {
      total += dose;
      lines.push(line);
    }
  }
  return lines.length === 0 ? null : { mgPerDay: Math.round(total * 100) / 100, isComplete, lines };
}

/** The last directions of a drug, with the strength of another mention if they have none; null if it is stopped or not taken. */
function lineTakenNow(mentions: readonly Mention[], scan: Scan, lexicon: CompiledLexicon): DrugLine | null {
  const stated = mentions.flatMap((mention) => asTaken(mention, scan, lexicon) ?? []);
  if (stated.length === 0 || stated[stated.length - 1]?.polarity === 'denied') return null;
  const lines = stated.flatMap((mention) =>
    mention.polarity === 'denied' ? [] : (drugLine(mention, scan, lexicon) ?? []),
  );
  const line = lines.findLast((one) => one.perDay !== null) ?? lines[lines.length - 1];
  if (!line) return null;
  const strength = line.strengthMg ?? lines.findLast((one) => one.strengthMg !== null)?.strengthMg ?? null;
  return { ...line, strengthMg: strength };
}
