/**
 * Drugs of one line that are the ingredients of one compounded preparation:
 * `flurbiprofen 20% / cyclobenzaprine 4% cream`, `compound cream: ketoprofen / gabapentin`.
 */
import type { CompiledServices } from './compiled-services.js';
import type { Draft } from './drafts.js';
import { joinQualifiers } from './qualifiers.js';
import type { RequestLine } from './read-line.js';

/** Drafts in which the ingredients of a mixture are one draft of the family that compounds are. */
export function joinMixtures(
  line: RequestLine,
  drafts: readonly Draft[],
  lexicon: CompiledServices,
): Draft[] {
  const joined: Draft[] = [];
  for (let i = 0; i < drafts.length; ) {
    let end = i;
    while (
      end < drafts.length &&
      isPart(drafts[end] as Draft, lexicon) &&
      (end === i || isCloseTo(drafts[end] as Draft, drafts[end - 1] as Draft))
    )
      end++;
    const run = drafts.slice(i, Math.max(end, i + 1));
    if (isMixture(line, run, lexicon)) joined.push(mixtureOf(run, lexicon));
    else joined.push(...run);
    i += run.length;
  }
  return joined;
}

const isCompound = (draft: Draft, lexicon: CompiledServices): boolean =>
  draft.families[0] === lexicon.compoundFamily && draft.zone.mention.entry.drug === null;

function isPart(draft: Draft, lexicon: CompiledServices): boolean {
  return draft.zone.mention.entry.drug !== null || isCompound(draft, lexicon);
}

/** Parts of one mixture follow each other with nothing like a count of pieces between. */
function isCloseTo(draft: Draft, before: Draft): boolean {
  const isCounted = before.amounts.quantity !== null || before.amounts.strengthMg !== null;
  return draft.zone.join !== 'end' && !isCounted;
}

/** Ingredients with their shares, or words that say that they are compounded. */
function isMixture(line: RequestLine, run: readonly Draft[], lexicon: CompiledServices): boolean {
  const drugs = run.filter((draft) => draft.zone.mention.entry.drug !== null);
  if (drugs.length === 0) return false;
  if (run.length > drugs.length || run.some((draft) => saysCompound(line, draft))) return true;
  if (drugs.length > 1 && isOneForm(line, drugs, lexicon)) return true;
  return (
    drugs.length > 1 &&
    drugs.filter((draft) => draft.amounts.strengthPercent !== null).length >= drugs.length - 1 &&
    lexicon.compoundFamily !== null
  );
}

/** `flurbiprofen/baclofen/lidocaine cream`: drugs parted by strokes alone, and a form after the last that changes the family of some. */
function isOneForm(line: RequestLine, drugs: readonly Draft[], lexicon: CompiledServices): boolean {
  const areParts = drugs
    .slice(1)
    .every(({ zone }, i) =>
      line.units
        .slice((drugs[i] as Draft).zone.mention.to, zone.mention.from)
        .every(({ word }) => word === '/'),
    );
  const said = drugs[drugs.length - 1]?.qualifiers ?? {};
  const changes = drugs.flatMap(({ families }) => [
    ...(lexicon.families.get(families[0] ?? '')?.becomes.keys() ?? []),
  ]);
  return areParts && changes.some((qualifier) => said[qualifier] !== undefined);
}

function saysCompound(line: RequestLine, { zone }: Draft): boolean {
  for (let i = zone.from; i < zone.to; i++) if (line.cueEnd('compound', i) > 0) return true;
  return false;
}

function mixtureOf(run: readonly Draft[], lexicon: CompiledServices): Draft {
  const first = run[0] as Draft;
  const last = run[run.length - 1] as Draft;
  const drugs = run.flatMap(({ zone }) => zone.mention.entry.drug ?? []);
  const counted = run.findLast(({ amounts }) => amounts.quantity !== null) ?? last;
  return {
    ...first,
    zone: { ...first.zone, to: last.zone.to },
    families: [lexicon.compoundFamily ?? ''],
    amounts: { ...counted.amounts, strengthMg: null, strengthPercent: null },
    qualifiers: joinQualifiers(run.map(({ qualifiers }) => qualifiers)),
    wholeLine: joinQualifiers(run.map(({ wholeLine }) => wholeLine)),
    ingredients: [
      ...new Set(drugs.flatMap(({ name, ingredients }) => (ingredients.length > 0 ? ingredients : [name]))),
    ],
  };
}
