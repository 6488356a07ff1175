/**
 * The tree of a rule as nested lists: each criterion with its sentence, what it asks of which fact, what silence counts
 * for, and where it comes from.
 */
import { CONFIDENCE_WORDS, sentence } from '../../criterion-words.js';
import type { CriterionView } from '../../rule-view.js';
import { citationText } from '../../words.js';
import { html, type Markup } from '../markup.js';
import { link } from './site.js';

/** @param nodes side by side; what is below each is nested in it */
export function criterionList(nodes: readonly CriterionView[]): Markup {
  return html`<ul class="tree">${nodes.map((node) => html`<li>${criterion(node)}</li>`)}</ul>`;
}

function criterion(node: CriterionView): Markup {
  return node.kind === 'test' ? leaf(node) : group(node);
}

function group({ id, because, asks, members }: CriterionView): Markup {
  const why = because !== null && html`<span class="because">${sentence(because)}</span> `;
  return html`<p class="group"${anchor(id)}>${why}<span class="needs">${asks}:</span> ${name(id)}</p>${criterionList(members)}`;
}

function leaf({ id, because, asks, fact, silence, confidence, citation }: CriterionView): Markup {
  return html`<div class="keep"${anchor(id)}><p class="because">${sentence(because ?? asks)} ${name(id)}</p>
<p class="small soft">Asks ${fact === null ? asks : link('fact', fact, asks)}. ${silence}
${confidence === 'verified' && html`<span class="tag">${CONFIDENCE_WORDS.verified}</span>`}
${citation !== null && html`<br>Source: ${citationText(citation)}`}</p></div>`;
}

function name(id: string | null): Markup | false {
  return id !== null && html`<code class="id">${id}</code>`;
}

/** A criterion that a rule uses twice has the anchor at each place; a browser goes to the first. */
function anchor(id: string | null): Markup | false {
  return id !== null && html` data-criterion="${id}"`;
}
