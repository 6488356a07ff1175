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
import { does } from './small-words.js';

/** Milligrams of morphine by mouth that equal a day of a line; null if the line or the drug gives no figure. */
function morphineDose(line: DrugLine, drug: DrugEntry): number | null {
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
  /** False if a drug with a factor is taken at a dose that the text does not give. */
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
    if (drug?.['morphine-factor'] === undefined) continue;
    for (const line of linesTakenNow(of, scan, lexicon)) {
      const dose = morphineDose(line, drug);
      if (dose === null) isComplete = false;
      else {
        total += dose;
        lines.push(line);
      }
    }
  }
  return lines.length === 0 ? null : { mgPerDay: Math.round(total * 100) / 100, isComplete, lines };
}

/**
 * The last directions of a drug, with the strength of another mention if they have none, and those that they are listed
 * with: `MS Contin 60 mg q12h and MSIR 15 mg q6h`. None if it is stopped or not taken.
 */
function linesTakenNow(mentions: readonly Mention[], scan: Scan, lexicon: CompiledLexicon): DrugLine[] {
  const stated = mentions.flatMap((mention) => asTaken(mention, scan, lexicon) ?? []);
  if (stated.length === 0 || stated[stated.length - 1]?.polarity === 'denied') return [];
  const lines = stated.flatMap((mention) => {
    const line = mention.polarity === 'denied' ? null : drugLine(mention, scan, lexicon);
    return line === null ? [] : [{ ...line, start: mention.from }];
  });
  let last = lines.findLastIndex((one) => one.perDay !== null);
  if (last < 0) last = lines.length - 1;
  const line = lines[last];
  if (!line) return [];
  const strength = line.strengthMg ?? lines.findLast((one) => one.strengthMg !== null)?.strengthMg ?? null;
  const taken: DrugLine[] = [{ ...line, strengthMg: strength }];
  for (let next = line, i = last - 1; i >= 0; i--) {
    const earlier = lines[i] as typeof line;
    const isListed = scan.units.slice(earlier.to, next.start).every((unit) => does(unit, 'list'));
    if (!isListed || earlier.perDay === null || earlier.strengthMg === next.strengthMg) break;
    taken.unshift(earlier);
    next = earlier;
  }
  return taken;
}
