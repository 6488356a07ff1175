/** The pages that list: guidelines with their rules, one guideline, services, one service, facts. */
import type { Rule } from '../../../vocabulary/rule.js';
import { sentence } from '../../criterion-words.js';
import { appliesText, effectiveText } from '../../rule-text.js';
import { counted } from '../../words.js';
import { html, type Markup } from '../markup.js';
import { phrases, typeText } from './fact-page.js';
import { compare, type Guideline, type HandbookData } from './handbook-data.js';
import { link, pathOf, SITE_TITLE, type SiteFile, sitePage, table, trail } from './site.js';

/** Guidelines by step of the evidence sequence. */
export function indexPage({ guidelines, rules, lexicon }: HandbookData): SiteFile {
  const tiers = [...new Set(guidelines.map((one) => one.tier))].sort((a, b) => a - b);
  const counts = [
    counted(guidelines.length, 'guideline'),
    counted(rules.length, 'rule'),
    counted(Object.keys(lexicon.facts ?? {}).length, 'fact'),
  ].join(', ');
  const main = html`<h1>${SITE_TITLE}</h1>
<p class="lead">How requests for treatment are judged: every rule with its criteria in plain sentences, what silence of a letter counts for, where it comes from, and examples.</p>
<p class="soft">${counts}. A request is judged by the first guideline of the evidence sequence that was in force and addresses it.</p>
${tiers.map((tier) => tierSection(tier, guidelines, lexicon['evidence-sequence']?.[tier - 1]))}`;
  return sitePage('index.html', SITE_TITLE, main);
}

function tierSection(tier: number, guidelines: readonly Guideline[], name: string | undefined): Markup {
  const own = guidelines.filter((one) => one.tier === tier);
  return html`<section aria-labelledby="step-${tier}"><h2 id="step-${tier}">Step ${tier} of the evidence sequence${name === undefined ? '' : `: ${name}`}</h2>
<ul class="cards">${own.map(({ slug, title, rules }) => html`<li>${link('guideline', slug, title)} <span class="soft small">${counted(rules.length, 'rule')}</span></li>`)}</ul></section>`;
}

/** One edition of a guideline: its rules by chapter, which is the folder that they stand in. */
export function guidelinePage({ slug, title, tier, rules }: Guideline, data: HandbookData): SiteFile {
  const sections = [...new Set(rules.map(chapterOf))].sort(compare);
  const main = html`${trail(html`<a href="index.html">Guidelines</a>`)}
<h1>${title}</h1>
<p class="lead">${counted(rules.length, 'rule')}, step ${tier} of the evidence sequence.</p>
${sections.map(
  (section) => html`<h2>${sentence(section.replaceAll('-', ' ')).replace(/\.$/, '')}</h2>
${ruleTable(
  rules.filter((rule) => chapterOf(rule) === section),
  SECTION,
  data,
)}`,
)}`;
  return sitePage(pathOf('guideline', slug), title, main);
}

/** The folder that a rule file stands in. */
function chapterOf({ place }: Rule): string {
  return place.file.split('/').at(-2) ?? '';
}

const SECTION = ['Section', ({ citation }: Rule) => citation.section ?? ''] as const;

/** @param source where in the guideline, or which guideline: what the page does not say already */
function ruleTable(
  rules: readonly Rule[],
  source: readonly [title: string, of: (rule: Rule) => string],
  data: HandbookData,
): Markup {
  const [title, sourceOf] = source;
  const rows = rules.map((rule) => {
    const view = data.viewOf(rule);
    return [link('rule', rule.id, rule.title), appliesText(view), sourceOf(rule), effectiveText(view)];
  });
  return table('Rules', ['Rule', 'Applies to', title, 'In force'], rows);
}

/** Service families by group, those without a rule as well. */
export function servicesPage({ lexicon, names, rulesByFamily }: HandbookData): SiteFile {
  const groups = lexicon['service-groups'] ?? {};
  const families = Object.entries(lexicon.families ?? {});
  const sections = Object.entries(groups).map(([group, { meaning }]) => {
    const own = families.filter(([, family]) => family.group === group);
    const items = own.map(([id]) => {
      const count = rulesByFamily.get(id)?.length ?? 0;
      return html`<li>${link('service', id, names.family(id))} <span class="soft small">${count === 0 ? 'no rule' : counted(count, 'rule')}</span></li>`;
    });
    return (
      own.length > 0 && html`<h2>${sentence(meaning).replace(/\.$/, '')}</h2><ul class="cards">${items}</ul>`
    );
  });
  return sitePage(
    'services.html',
    'Services',
    html`<h1>Services</h1><p class="lead">What a request can ask for, and the rules for it.</p>${sections}`,
  );
}

/** @param id a family of the lexicon; its rules stand in the order in which they are asked */
export function servicePage(id: string, data: HandbookData): SiteFile {
  const { lexicon, names, rulesByFamily } = data;
  const family = lexicon.families?.[id];
  const rules = rulesByFamily.get(id) ?? [];
  const drugs = Object.entries(lexicon.drugs ?? {}).filter(([, drug]) => drug.class === id);
  const codes = Object.keys(family?.codes ?? {});
  const title = sentence(names.family(id)).replace(/\.$/, '');
  const main = html`${trail(html`<a href="services.html">Services</a>`)}
<h1>${title}</h1><p class="lead">${sentence(family?.meaning ?? '')}</p>
<h2>Rules</h2>${rules.length === 0 ? html`<p>No rule is for it, so nothing is predicted.</p>` : html`<p class="soft">In the order in which they are asked.</p>${ruleTable(rules, ['Guideline', (rule) => data.guidelineOf(rule).title], data)}`}
<h2>How request lines name it</h2>
${family?.phrases ? phrases(family.phrases) : html`<p>By what goes with it: a drug, a body region, a qualifier.</p>`}
${codes.length > 0 && html`<h3>Procedure codes</h3><p>${codes.join(', ')}</p>`}
${drugs.length > 0 && html`<h3>Drugs</h3><dl>${drugs.map(([name, drug]) => html`<dt>${name.replaceAll('_', ' ')}</dt><dd>${phrases(drug.phrases)}</dd>`)}</dl>`}`;
  return sitePage(pathOf('service', id), title, main);
}

/** All facts by name, those that no rule tests as well. */
export function factsPage({ lexicon, usesOfFact }: HandbookData): SiteFile {
  const facts = Object.entries(lexicon.facts ?? {}).sort(([a], [b]) => compare(a, b));
  const rows = facts.map(([id, fact]) => [
    html`${link('fact', id, fact.meaning)}<br><code class="id">${id}</code>`,
    typeText(fact),
    counted(usesOfFact.get(id)?.length ?? 0, 'rule'),
  ]);
  const main = html`<h1>Facts</h1><p class="lead">What rules can ask of a case, and the words of letters that answer.</p>
${table('All facts', ['Fact', 'Type', 'Tested by'], rows)}`;
  return sitePage('facts.html', 'Facts', main);
}
