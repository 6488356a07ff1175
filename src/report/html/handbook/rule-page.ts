/** The page of one rule: what it is for, its trees, its examples, and the rules that are asked before and after it. */
import type { Rule } from '../../../vocabulary/rule.js';
import { sentence } from '../../criterion-words.js';
import { RULE_PARTS, type RulePart } from '../../rule-parts.js';
import { appliesText, confidenceText, decidesText, effectiveText, expectWords } from '../../rule-text.js';
import type { ExampleView, RuleView } from '../../rule-view.js';
import { citationText } from '../../words.js';
import { html, type Markup } from '../markup.js';
import { criterionList } from './criterion-list.js';
import type { HandbookData } from './handbook-data.js';
import { link, pathOf, type SiteFile, sitePage, table, trail } from './site.js';

/** @param rule one of `data` */
export function rulePage(rule: Rule, data: HandbookData): SiteFile {
  const view = data.viewOf(rule);
  const { slug, title } = data.guidelineOf(rule);
  const main = html`${trail(html`<a href="index.html">Guidelines</a>`, link('guideline', slug, title))}
<h1>${view.title}</h1>
<p class="lead">${sentence(decidesText(view))}</p>
${facts(view)}
${RULE_PARTS.map((part) => section(view, part))}
${view.examples.length > 0 && html`<h2>Examples</h2>${view.examples.map(example)}`}
${others(rule, data)}`;
  return sitePage(pathOf('rule', rule.id), view.title, main);
}

function facts(view: RuleView): Markup {
  const services = view.families.map(({ id, name }, i) => html`${i > 0 && ', '}${link('service', id, name)}`);
  const where = appliesText(view).split('; ').slice(1).join('; ');
  return html`<dl class="pairs">
<dt>Services</dt><dd>${services}</dd>
<dt>Where</dt><dd>${where}</dd>
<dt>Source</dt><dd>${citationText(view.citation)}</dd>
<dt>Evidence sequence</dt><dd>step ${view.tier}</dd>
<dt>In force</dt><dd>${effectiveText(view)}</dd>
<dt>Confidence</dt><dd>${confidenceText(view)}</dd>
<dt>File</dt><dd><code>${view.file}</code></dd>
</dl>${view.notes !== null && html`<p class="note">${view.notes}</p>`}`;
}

function section(view: RuleView, { part, title, about, member }: RulePart): Markup | false {
  const node = view[part];
  if (node === null) return false;
  return html`<section aria-labelledby="${part}"><h2 id="${part}">${title}</h2>${about !== null && html`<p class="soft">${about}</p>`}
${criterionList(member === null ? [node] : node.members)}</section>`;
}

function example({ name, service, date, facts: said, text, expect, decidedBy }: ExampleView): Markup {
  const by = decidedBy !== null && html`<p class="small soft">Decided by ${decidedBy.join(', ')}.</p>`;
  return html`<article class="example keep"><h3>${sentence(name).replace(/\.$/, '')} <span class="tag ${expect}">${expectWords(expect)}</span></h3>
<p class="small">${service}${date !== null && `, on ${date}`}</p>
<ul class="small">${said.map((one) => html`<li>${link('fact', one.fact, one.said)}</li>`)}</ul>
${text !== null && html`<blockquote>${text}</blockquote>`}${by}</article>`;
}

/** The other rules for the same services, in the order in which they are asked. */
function others(rule: Rule, { rulesByFamily, names, guidelineOf }: HandbookData): Markup | false {
  const isNear = ({ regions }: Rule): boolean =>
    regions === null || rule.regions === null || regions.some((one) => rule.regions?.includes(one));
  const near = rule.families.flatMap((family) => rulesByFamily.get(family) ?? []).filter(isNear);
  const unique = [...new Set(near)].filter((one) => one !== rule);
  if (unique.length === 0) return false;
  const rows = unique.map((one) => [
    link('rule', one.id, one.title),
    guidelineOf(one).title,
    `step ${one.tier}`,
    effectiveText(one),
  ]);
  const what = rule.families.map((id) => names.family(id)).join(', ');
  return html`<h2>Other rules for ${what}</h2>${table('Other rules for the same services', ['Rule', 'Guideline', 'Sequence', 'In force'], rows)}`;
}
