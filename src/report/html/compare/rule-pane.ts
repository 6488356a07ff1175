/**
 * What decided an issue, as a tree to read beside the letter: every criterion with its status in word and sign, what
 * was asked and found, and links to the words of the letter that it rests on. Statuses are shown as the trace has them.
 */

import type { Quote } from '../../../text/source-text.js';
import type {
  CriterionStatus,
  Decision,
  GroupNode,
  RuleTrace,
  TestNode,
  TraceNode,
} from '../../../vocabulary/decision.js';
import { readable } from '../../compare/figures-text.js';
import { serviceText, turningText } from '../../decision-text.js';
import { passedOverTexts } from '../../passed-over.js';
import { RULE_PARTS } from '../../rule-parts.js';
import { foundWords, groupWords } from '../../trace-text.js';
import { CRITERION_WORDS, citationText, DECISION_WORDS, type LexiconWords } from '../../words.js';
import { shortened } from '../../wrap.js';
import { html, type Markup } from '../markup.js';
import type { Mark } from './marked-text.js';

const MOST_QUOTED = 110;
const MOST_QUOTES = 4;
const SIGNS: Readonly<Record<CriterionStatus, string>> = { met: '✓', 'not-met': '✗', undetermined: '?' };

/** The pane of a service, and the places of the letter that it links to. */
export class RulePane {
  readonly #prefix: string;
  readonly #marks: Mark[] = [];
  #tests = 0;

  /** @param prefix begins all ids of the issue */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** Places that criteria rest on, once their services are shown. */
  get marks(): readonly Mark[] {
    return this.#marks;
  }

  service(decision: Decision, { meaningOf, names }: LexiconWords): Markup {
    const governing = decision.rules.filter((rule) => rule.passedOver === null);
    const passed = decision.rules.filter((rule) => rule.passedOver !== null);
    return html`<section class="service">
<h3>${decision.service.words.text.replace(/\s+/g, ' ')}</h3>
<p class="small soft">${serviceText(decision.service, names)}</p>
<p><span class="tag ${tagOf(decision.decision)}">${DECISION_WORDS[decision.decision]}</span>${decision.reasonText === null ? '' : ` ${decision.reasonText}`}</p>
${governing.map((rule) => this.#rule(rule, decision.decidedBy))}
${decision.undocumented.length > 0 && html`<h4>What is missing</h4><ul>${decision.undocumented.map((fact) => html`<li>${meaningOf(fact) ?? fact.replaceAll('_', ' ')}</li>`)}</ul>`}
${decision.turningPoints.length > 0 && html`<h4>What would turn it</h4><ul>${decision.turningPoints.slice(0, 4).map((point) => html`<li>${readable(turningText(point))}</li>`)}</ul>`}
${passed.length > 0 && html`<details class="small"><summary>Considered and passed over (${passed.length})</summary><ul>${passedOverTexts(passed).map((text) => html`<li>${text}</li>`)}</ul></details>`}
</section>`;
  }

  #rule(rule: RuleTrace, decidedBy: readonly string[]): Markup {
    return html`<p class="rule-name"><strong>${rule.title}</strong><br><span class="small soft">${citationText(rule.citation)}; rule <code>${rule.rule}</code></span></p>
${RULE_PARTS.map(({ part, asked }) => {
  const node = rule[part];
  return node === null ? null : html`<h4>${asked}</h4><ul class="tree">${this.#node(node, decidedBy)}</ul>`;
})}`;
  }

  #node(node: TraceNode, decidedBy: readonly string[]): Markup {
    const decided = node.id !== null && decidedBy.includes(node.id);
    return node.kind === 'test' ? this.#test(node, decided) : this.#group(node, decided, decidedBy);
  }

  #group(node: GroupNode, decided: boolean, decidedBy: readonly string[]): Markup {
    const because = node.because === null ? '' : `${node.because.replace(/\.$/, '')}. `;
    return html`<li class="group${decided ? ' decided' : ''}">${status(node.status)} ${because}${groupWords(node)}${decided ? DECIDED : null}
<ul class="tree">${node.children.map((child) => this.#node(child, decidedBy))}</ul></li>`;
  }

  #test(node: TestNode, decided: boolean): Markup {
    const number = ++this.#tests;
    const id = `${this.#prefix}-c${number}`;
    const { quotes, cues } = evidenceOf(node);
    const links = quotes.slice(0, MOST_QUOTES).map((quote, i) => {
      const place = `${id}-e${i + 1}`;
      const title = `criterion ${number}, ${CRITERION_WORDS[node.status]}: ${node.because}`;
      this.#marks.push({
        ...spanOf(quote),
        kind: 'evidence',
        id: place,
        target: id,
        sign: String(number),
        title,
      });
      return html`<li><a href="#${place}">“${shortened(quote.text.replace(/\s+/g, ' '), MOST_QUOTED)}”</a></li>`;
    });
    for (const cue of cues)
      this.#marks.push({ ...spanOf(cue), kind: 'cue', id: '', target: '', sign: '', title: '' });
    return html`<li class="test${decided ? ' decided' : ''}" id="${id}" tabindex="-1"><span class="count" aria-hidden="true">${number}</span> ${status(node.status)} ${node.because}${decided ? DECIDED : null}
<div class="small soft">Asked: ${node.test.replaceAll('_', ' ')}. Found: ${foundWords(node)}</div>
${links.length > 0 && html`<ul class="quotes small">${links}</ul>`}</li>`;
  }
}

const DECIDED = html` <span class="tag decides">decided</span>`;

function status(value: CriterionStatus): Markup {
  return html`<span class="tag ${value}"><span aria-hidden="true">${SIGNS[value]}</span> ${CRITERION_WORDS[value]}</span>`;
}

function tagOf(value: Decision['decision']): string {
  return value === 'medically-necessary' ? 'met' : value === 'undetermined' ? 'undetermined' : 'not-met';
}

function evidenceOf({ reading }: TestNode): {
  readonly quotes: readonly Quote[];
  readonly cues: readonly Quote[];
} {
  const quotes = reading.facts.flatMap((fact) => fact.evidence);
  const distinct = quotes.filter(
    (quote, i) => quotes.findIndex((other) => other.start === quote.start && other.end === quote.end) === i,
  );
  return { quotes: distinct, cues: reading.facts.flatMap((fact) => fact.cues) };
}

const spanOf = ({ start, end }: Quote) => ({ start, end });
