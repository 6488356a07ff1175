/**
 * The page of one fact: what it means, which rules test it and how, and the words of letters that it is read from.
 */
import { conceptsOf, mechanismOf } from '../../../vocabulary/fact-sources.js';
import type { Concept, Derivation, FactEntry, FactSource } from '../../../vocabulary/lexicon.js';
import { wordsOf } from '../../../vocabulary/names.js';
import { askWords, sentence } from '../../criterion-words.js';
import { html, type Markup } from '../markup.js';
import type { HandbookData } from './handbook-data.js';
import { link, pathOf, type SiteFile, sitePage, table, trail } from './site.js';

const SCOPES: Readonly<Record<FactEntry['scope'], string>> = {
  case: 'the case as a whole',
  region: 'a part of the body: the one that the request is for',
  service: 'a service or drug: the one that the request is for',
};

const WEIGHINGS: Readonly<Record<FactEntry['weigh'], string>> = {
  latest: 'the latest dated statement counts',
  any: 'one statement that it is so is enough',
  highest: 'the largest number counts',
  first: 'what the letter says first counts',
  most: 'what the letter says most often counts',
};

/** @param id the name of the fact in rules */
export function factPage(id: string, fact: FactEntry, data: HandbookData): SiteFile {
  const title = sentence(fact.meaning).replace(/\.$/, '');
  const main = html`${trail(html`<a href="facts.html">Facts</a>`)}
<h1>${title}</h1>
<dl class="pairs">
<dt>Name in rules</dt><dd><code>${id}</code></dd>
<dt>Type</dt><dd>${typeText(fact)}</dd>
<dt>About</dt><dd>${SCOPES[fact.scope]}</dd>
<dt>Statements that differ</dt><dd>${WEIGHINGS[fact.weigh]}</dd>
</dl>
${fact['for-rules'] === false && html`<p class="note">Rules may not read this fact; it is for reports.</p>`}
<h2>Rules that test it</h2>${uses(id, data)}
<h2>Where it is read from</h2>${sources(fact, data)}`;
  return sitePage(pathOf('fact', id), title, main);
}

/** `number, weeks`; `choice: normal, abnormal` */
export function typeText({ type, unit, values }: FactEntry): string {
  if (unit !== undefined) return `${type}, ${unit}`;
  return values === undefined ? type : `${type}: ${values.map(wordsOf).join(', ')}`;
}

function uses(id: string, { usesOfFact, guidelineOf }: HandbookData): Markup {
  const found = usesOfFact.get(id) ?? [];
  if (found.length === 0) return html`<p>No rule tests it.</p>`;
  const rows = found.map(({ rule, tests }) => [
    link('rule', rule.id, rule.title),
    guidelineOf(rule).title,
    [...new Set(tests.map(({ test }) => askWords(test)))].join('; '),
  ]);
  return table('Rules that test this fact', ['Rule', 'Guideline', 'Asks'], rows);
}

function sources({ from, derive }: FactEntry, data: HandbookData): Markup {
  if (from === undefined && derive === undefined)
    return html`<p>The request line itself, not the case summary.</p>`;
  return html`${from?.map((source) => sourceMarkup(source, data))}${derive && derived(derive, data)}`;
}

/** The concepts of one source, each with its own phrases and those of all narrower concepts. */
function sourceMarkup(source: FactSource, { concepts }: HandbookData): Markup | false {
  const mechanism = mechanismOf(source);
  if (mechanism === null) return false;
  return html`${conceptsOf(source, mechanism).map(([name, value]) => {
    const narrower = narrowerThan(name, concepts);
    const to = value !== null && html` <span class="soft">gives ${wordsOf(value)}</span>`;
    return html`<h3>${sentence(wordsOf(name)).replace(/\.$/, '')}${to}</h3>
${phrases(concepts[name]?.phrases ?? [])}
${
  narrower.length > 0 &&
  html`<details><summary>and ${narrower.length} more particular</summary>
<dl>${narrower.map(([id, { phrases: own }]) => html`<dt>${wordsOf(id)}</dt><dd>${phrases(own)}</dd>`)}</dl></details>`
}`;
  })}`;
}

function narrowerThan(
  name: string,
  concepts: Readonly<Record<string, Concept>>,
): readonly (readonly [string, Concept])[] {
  return Object.entries(concepts)
    .filter(([, { is }]) => is?.includes(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Phrases in the notation of the lexicon, as they stand there. */
export function phrases(list: readonly string[]): Markup {
  return html`<ul class="phrases">${list.map((phrase) => html`<li><code>${phrase}</code></li>`)}</ul>`;
}

function derived(derive: Derivation, { lexicon }: HandbookData): Markup {
  const rows = Object.entries(derive).map(([how, what]) => {
    const linked = partsOf(what).map((name, i) => {
      const [fact = name, value] = name.split('=');
      const text = value === undefined ? wordsOf(fact) : `${wordsOf(fact)} ${wordsOf(value)}`;
      return html`${i > 0 && ', '}${lexicon.facts?.[fact] ? link('fact', fact, text) : text}`;
    });
    return html`<li>${wordsOf(how.replaceAll('-', ' '))}: ${linked}</li>`;
  });
  return html`<p>Follows from other facts:</p><ul>${rows}</ul>`;
}

/** What a derivation names: facts, and numbers after what they stand for. */
function partsOf(what: Derivation[keyof Derivation]): readonly string[] {
  if (typeof what !== 'object' || Array.isArray(what)) return [what ?? []].flat(2) as readonly string[];
  return Object.entries(what).map(([name, value]) =>
    typeof value === 'number' ? `${name.replaceAll('-', ' ')} ${value}` : value,
  );
}
