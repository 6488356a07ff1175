/**
 * The full-text index of the handbook, made here and put into a script, since a page that was opened from a disk may
 * run scripts but fetch nothing. Letters of phrases are indexed as words; the notation around them is left out.
 */
import MiniSearch, { type Options } from 'minisearch';
import { wordsOf } from '../../../vocabulary/names.js';
import type { CriterionView, RuleView } from '../../rule-view.js';
import { json } from '../markup.js';
import type { HandbookData } from './handbook-data.js';
import { pathOf } from './site.js';

interface Entry {
  /** File of the page. */
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly about: string;
  readonly text: string;
}

/** What the script in the page must be told as well, so that it reads queries as the index reads texts. */
const SEARCH_OPTIONS: Options<Entry> = {
  fields: ['title', 'about', 'text'],
  storeFields: ['title', 'kind', 'about'],
};

/** The index as a script that leaves it in `handbookIndex`. */
export function searchIndexScript(data: HandbookData): string {
  const search = new MiniSearch<Entry>(SEARCH_OPTIONS);
  search.addAll(entriesOf(data));
  const index = json(JSON.stringify(search)).text;
  return `window.handbookIndex = ${index};\nwindow.handbookOptions = ${json(SEARCH_OPTIONS).text};\n`;
}

function entriesOf(data: HandbookData): readonly Entry[] {
  const { rules, guidelines, lexicon, names, viewOf, concepts } = data;
  const families = Object.entries(lexicon.families ?? {});
  return [
    ...rules.map((rule) => ruleEntry(viewOf(rule))),
    ...guidelines.map(({ slug, title, rules: own }) =>
      entry(pathOf('guideline', slug), 'guideline', title, '', own.map((rule) => rule.title).join(' ')),
    ),
    ...families.map(([id, { meaning, phrases }]) =>
      entry(pathOf('service', id), 'service', names.family(id), meaning, plain(phrases ?? [])),
    ),
    ...Object.entries(lexicon.facts ?? {}).map(([id, fact]) => {
      const read = fact.from?.flatMap((source) => Object.values(source).flatMap(textsIn)) ?? [];
      const words = read.flatMap((name) => concepts[name]?.phrases ?? []);
      return entry(pathOf('fact', id), 'fact', fact.meaning, wordsOf(id), plain(words));
    }),
  ];
}

function entry(id: string, kind: string, title: string, about: string, text: string): Entry {
  return { id, kind, title, about, text };
}

function ruleEntry(view: RuleView): Entry {
  const parts = [view.addresses, view.criteria, view.exclusions, view.limits].flatMap((part) => part ?? []);
  const names = [...view.families, ...(view.regions ?? [])].map((one) => one.name);
  const examples = view.examples.flatMap((one) => [one.name, one.text ?? '']);
  const text = [...parts.flatMap(wordsIn), ...names, view.notes ?? '', ...examples].join(' ');
  const { source, edition, section } = view.citation;
  const about = [`${source} ${edition}`, section].filter((part) => part !== null).join(', ');
  return entry(pathOf('rule', view.id), 'rule', view.title, about, text);
}

function wordsIn({ because, asks, members }: CriterionView): readonly string[] {
  return [because ?? '', asks, ...members.flatMap(wordsIn)];
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string');
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

/** `(low|lower) back?` -> `low lower back` */
function plain(phrases: readonly string[]): string {
  return phrases.join(' ').replace(/[^\p{L}\p{N}'-]+/gu, ' ');
}
