/**
 * One issue explained: the letter on one side with what the criteria rest on marked, the rule on the other, linked
 * both ways; findings between, with both of their places.
 */

import type { Issue } from '../../../document/imr-document.js';
import type { IssueResult } from '../../../vocabulary/letter-result.js';
import { FINDING_MEANINGS } from '../../compare/finding-meanings.js';
import type { LexiconWords } from '../../words.js';
import { shortened } from '../../wrap.js';
import { html, type Markup } from '../markup.js';
import { type Mark, markedText } from './marked-text.js';
import { RulePane } from './rule-pane.js';
import type { ShownLetter } from './shown-letter.js';

const MOST_QUOTED = 160;

/** Agreement in word, sign and colour. */
export function agreementTag(agreement: IssueResult['agreement']): Markup {
  switch (agreement) {
    case 'agree':
      return html`<span class="tag met"><span aria-hidden="true">=</span> agree</span>`;
    case 'disagree':
      return html`<span class="tag not-met"><span aria-hidden="true">≠</span> disagree</span>`;
    case 'not-comparable':
      return html`<span class="tag undetermined"><span aria-hidden="true">?</span> not comparable</span>`;
  }
}

/** @param id begins all ids of the issue */
export function issueCase(
  id: string,
  { document, result }: ShownLetter,
  issue: IssueResult,
  words: LexiconWords,
): Markup {
  const pane = new RulePane(id);
  const services = issue.decisions.map((decision) => pane.service(decision, words));
  const marks = [...pane.marks, ...findingMarks(id, issue)];
  const read = document.issues.find((one) => one.number === issue.issue);
  const request = issue.request.text.replace(/\s+/g, ' ');
  return html`<details class="case" id="${id}">
<summary><span class="case-title">${result.document}, issue ${issue.issue}: ${shortened(request, MOST_QUOTED)}</span> ${agreementTag(issue.agreement)}${issue.findings.length > 0 && html` <span class="tag flag"><span aria-hidden="true">⚑</span> ${issue.findings.length}</span>`}</summary>
<dl class="pairs"><dt>Predicted</dt><dd>${outcomeWords(issue.predicted)}</dd><dt>Determined</dt><dd>${issue.actual === null ? 'no outcome stated' : outcomeWords(issue.actual)}</dd><dt>UR date</dt><dd>${result.urDate ?? 'none stated'}</dd></dl>
${findingList(id, issue)}
<div class="sides">
<section class="letter" aria-label="The letter" tabindex="0">${letterParts({ document, result }, read, marks)}</section>
<section class="rule" aria-label="The rule" tabindex="0">${services.length === 0 ? html`<p>Nothing is predicted: the letter has no case summary, or the request no words.</p>` : services}</section>
</div>
<p class="no-print"><a href="#issues">Back to the list of issues</a></p>
</details>`;
}

function outcomeWords(outcome: string): string {
  return outcome.replaceAll('-', ' ');
}

function letterParts({ document }: ShownLetter, read: Issue | undefined, marks: readonly Mark[]): Markup {
  const { source, summary } = document;
  const determination = read?.determination;
  return html`<h3>Request</h3><p>${read ? markedText(source, read.request, marks) : 'not found'}</p>
<h3>Case summary</h3><p class="text">${summary === null ? 'none' : markedText(source, summary, marks)}</p>
<h3>Determination</h3>
${determination?.outcome && html`<p><strong>${markedText(source, determination.outcome.quote, marks)}</strong></p>`}
${determination?.reviewer && html`<p class="small">${markedText(source, determination.reviewer.quote, marks)}</p>`}
<p class="text">${determination?.rationale ? markedText(source, determination.rationale, marks) : 'no rationale was found'}</p>`;
}

function findingMarks(id: string, { findings }: IssueResult): readonly Mark[] {
  return findings.flatMap((finding, i) =>
    finding.quotes.map(
      ({ start, end }, k): Mark => ({
        start,
        end,
        kind: 'finding',
        id: `${id}-f${i + 1}-q${k + 1}`,
        target: `${id}-f${i + 1}`,
        sign: `F${i + 1}`,
        title: `finding ${i + 1}: ${finding.message}`,
      }),
    ),
  );
}

function findingList(id: string, { findings }: IssueResult): Markup | null {
  if (findings.length === 0) return null;
  return html`<h3>What does not hold together</h3><ol class="findings">${findings.map(
    (finding, i) =>
      html`<li id="${id}-f${i + 1}" tabindex="-1"><strong>F${i + 1}</strong> <code>${finding.code}</code>: ${finding.message}
<span class="note">${FINDING_MEANINGS[finding.code]}${finding.hint === null ? '' : ` Hint: ${finding.hint}.`}</span>
<ul class="quotes small">${finding.quotes.map((quote, k) => html`<li><a href="#${id}-f${i + 1}-q${k + 1}">“${shortened(quote.text.replace(/\s+/g, ' '), MOST_QUOTED)}”</a> <span class="soft">line ${quote.line}</span></li>`)}</ul></li>`,
  )}</ol>`;
}
