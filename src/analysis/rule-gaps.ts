/**
 * What the rules leave open: service families without a rule, regions and times that a family's rules leave out, and
 * fully documented cases on which every rule that is asked stays silent or open. All are notes: a gap may be meant.
 */
import { FOR_EVER } from '../decision/applicable-rules.js';
import type { FlatRule } from '../decision/flat-rule.js';
import { type Diagnostic, type DiagnosticCode, diagnostic } from '../diagnostics/diagnostic.js';
import type { LexiconFile } from '../vocabulary/lexicon.js';
import type { EntryPlaces } from '../vocabulary/lexicon-entries.js';
import type { Rule } from '../vocabulary/rule.js';
import { findCase, type Goal } from './case-search.js';
import { relatedTo } from './criterion-names.js';
import type { FactDomains } from './fact-domain.js';
import { flatRule } from './flat-rules.js';
import { NOTHING_RECALLED, type Recalled } from './recalled.js';
import { addDays } from './representative-readings.js';
import { daysOfChange, isAskedFor, type Scope } from './rule-scope.js';
import { caseInWords, givenByRequest, rulingOn, type SampleCase, sampleCase } from './sample-case.js';
import { goalsToBeSilent, waysTo } from './ways-to-decide.js';

/** Combinations of silent and open rules that are tried for one scope. */
const MOST_COMBINATIONS = 64;

export function gapProblems(
  rules: readonly Rule[],
  lexicon: LexiconFile,
  places: EntryPlaces,
  domains: FactDomains,
  recalled: Recalled = NOTHING_RECALLED,
): readonly Diagnostic[] {
  return Object.keys(lexicon.families ?? {}).flatMap((family) => {
    const own = rules.filter((rule) => rule.families.includes(family));
    const tell = (code: DiagnosticCode, message: string): Diagnostic[] => {
      const place = places.families[family];
      return place === undefined ? [] : [diagnostic(code, place.file, place.span, message)];
    };
    if (own.length === 0) return tell('service-without-rule', `no rule is for \`${family}\``);
    const regions = regionsWithout(family, own, lexicon);
    const times = timesWithout(own);
    return [
      ...(regions.length === 0
        ? []
        : tell('region-without-rule', `no rule is for \`${family}\` of ${quoted(regions)}`)),
      ...(times.length === 0
        ? []
        : tell('period-without-rule', `no rule is for \`${family}\` ${times.join(' or ')}`)),
      ...recalled(`undecided ${family}`, own, () => undecidedCases(family, own, domains)),
    ];
  });
}

const quoted = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');

/** Regions that requests of the family can be about and no rule is for; none if a rule is for any region. */
function regionsWithout(family: string, own: readonly Rule[], lexicon: LexiconFile): readonly string[] {
  if (own.some((rule) => rule.regions === null)) return [];
  const entry = lexicon.families?.[family];
  const group = lexicon['service-groups']?.[entry?.group ?? ''];
  const all = entry?.regions ?? group?.regions ?? Object.keys(lexicon.regions ?? {});
  const moved = entry?.['reads-as'] ?? {};
  const asked = new Set(all.map((region) => moved[region] ?? region));
  return [...asked].filter((region) => !own.some((rule) => rule.regions?.includes(region)));
}

/** Stretches without a rule after the first. */
function timesWithout(own: readonly Rule[]): readonly string[] {
  const sorted = [...own].sort((a, b) => (a.effective.from < b.effective.from ? -1 : 1));
  const gaps: string[] = [];
  let open = sorted[0]?.effective.from ?? FOR_EVER;
  for (const { effective } of sorted) {
    if (effective.from > open) gaps.push(`from ${open} to ${addDays(effective.from, -1)}`);
    if (effective.until === null) return gaps;
    const next = addDays(effective.until, 1);
    if (next > open) open = next;
  }
  return [...gaps, `from ${open} on`];
}

// ---- cases that no rule decides

function undecidedCases(family: string, own: readonly Rule[], domains: FactDomains): readonly Diagnostic[] {
  const seen = new Set<string>();
  return scopesOf(family, own).flatMap((scope) => {
    const asked = own.filter((rule) => isAskedFor(rule, scope));
    const key = asked.map((rule) => rule.id).join(' ');
    if (asked.length === 0 || seen.has(key)) return [];
    seen.add(key);
    const sample = undecidedCase(scope, asked, domains);
    return sample === null ? [] : [undecidedProblem(sample, asked)];
  });
}

function scopesOf(family: string, own: readonly Rule[]): readonly Scope[] {
  const named = [...new Set(own.flatMap((rule) => rule.regions ?? []))].sort();
  const places = own.some((rule) => rule.regions === null) ? [null, ...named] : named;
  const from = own.map((rule) => rule.effective.from).sort()[0] ?? FOR_EVER;
  return places.flatMap((region) =>
    daysOfChange(own, from, FOR_EVER).map((day) => ({ family, region, modifiers: {}, day })),
  );
}

/** A case that leaves nothing open, on which every rule is silent or cannot decide; null when none was found. */
function undecidedCase(scope: Scope, asked: readonly Rule[], domains: FactDomains): SampleCase | null {
  const ways = asked.map((rule) => waysToLeaveOpen(flatRule(rule)));
  const options = { fullyStated: true, given: givenByRequest(scope) };
  for (const goals of combinations(ways).slice(0, MOST_COMBINATIONS)) {
    const found = findCase(goals, domains, options);
    if (found === 'none' || found === 'unknown') continue;
    const sample = sampleCase(scope, found);
    if (rulingOn(sample, asked).decision === 'undetermined') return sample;
  }
  return null;
}

function waysToLeaveOpen(flat: FlatRule): readonly (readonly Goal[])[] {
  const silent = goalsToBeSilent(flat);
  return [...(silent === null ? [] : [silent]), ...waysTo(flat, 'undetermined')];
}

/** Every choice of one way per rule, the goals of each joined. */
function combinations(ways: readonly (readonly (readonly Goal[])[])[]): readonly (readonly Goal[])[] {
  return ways.reduce<readonly (readonly Goal[])[]>(
    (known, own) =>
      known.flatMap((goals) => own.map((way) => [...goals, ...way])).slice(0, MOST_COMBINATIONS),
    [[]],
  );
}

function undecidedProblem(sample: SampleCase, asked: readonly Rule[]): Diagnostic {
  const [first, ...others] = asked as [Rule, ...Rule[]];
  const message = `no rule decides ${caseInWords(sample)}`;
  const related = others.map((rule) => relatedTo(rule.place, `\`${rule.id}\` does not decide it either`));
  return diagnostic('undecided-case', first.place.file, first.place.span, message, { related });
}
