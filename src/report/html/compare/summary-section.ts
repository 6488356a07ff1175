/**
 * The top of the page: what was compared and how it came out, in sentences, then the headline figures with their
 * intervals beside the baselines, then where the issues went, then the table of outcomes.
 */
import type { CompareReport, ReportEstimate } from '../../compare/compare-schema.js';
import { coefficient, coefficientRange, percent, percentRange, whole } from '../../compare/figures-text.js';
import { counted } from '../../words.js';
import { html, type Markup } from '../markup.js';
import { scrolling } from '../page.js';
import { intervalSvg, partsSvg } from './charts.js';

/** Holds the `h1` of the page. */
export function summarySection(report: CompareReport): Markup {
  return html`<h1>Predictions and determinations compared</h1>
<p class="lead">${leadText(report)}</p>
${headline(report)}
<h2 id="outcomes">Where the issues went</h2>
${partsFigure(report)}
${confusionTable(report)}`;
}

function leadText({ letters, unread, overall, baselines, findings }: CompareReport): string {
  const counts = `${whole(letters)} ${letters === 1 ? 'letter' : 'letters'} with ${whole(overall.issues)} ${overall.issues === 1 ? 'issue' : 'issues'} were read.`;
  const compared = overall.agreement.n;
  if (compared === 0) return `${counts} For none of them is an outcome both predicted and stated.`;
  const errors = unread === 0 ? '' : ` ${counted(unread, 'input')} had errors.`;
  const found = findings
    .filter((one) => one.code !== 'outcome-disagrees')
    .reduce((sum, one) => sum + one.count, 0);
  return `${counts} For ${whole(compared)} an outcome is both predicted and stated, and ${percent(overall.agreement.value)} of those agree. Always expecting the commonest outcome would agree in ${percent(baselines.majority.agreement.value)}. ${counted(found, 'finding')} say what in a letter does not hold together.${errors}`;
}

function headline({ overall, baselines }: CompareReport): Markup {
  const rate = (name: string, note: string, one: ReportEstimate, against: number | null = null): Markup =>
    html`<tr><th scope="row">${name}<span class="note">${note}</span></th>
<td class="picture">${intervalSvg(one, against)}</td>
<td class="number strong">${percent(one.value)}</td><td class="number">${percentRange(one)}</td><td class="number">${whole(one.n)}</td></tr>`;
  const number = (name: string, note: string, one: ReportEstimate): Markup =>
    html`<tr><th scope="row">${name}<span class="note">${note}</span></th>
<td class="picture">${intervalSvg(one, null)}</td>
<td class="number strong">${coefficient(one.value)}</td><td class="number">${coefficientRange(one)}</td><td class="number">${whole(one.n)}</td></tr>`;
  const { majority, perCategory } = baselines;
  const table = html`<table class="figures">
<caption>Headline figures with their 95 % intervals. The bar is the figure, the line its interval; the dashed line is the agreement of always expecting the commonest outcome. Scale from 0 to 100 %, or 0 to 1.</caption>
<thead><tr><th scope="col">Figure</th><th scope="col" class="picture"><span class="hidden-label">Picture</span></th><th scope="col" class="number">Value</th><th scope="col" class="number">95 % interval</th><th scope="col" class="number">Issues</th></tr></thead>
<tbody>
${rate('Agreement', 'prediction and determination are the same', overall.agreement, majority.agreement.value)}
${rate('Commonest outcome', `always expected, with no letter read${avoided(majority.errorsAvoided)}`, majority.agreement)}
${rate('Commonest of the category', `expected for each kind of service${avoided(perCategory.errorsAvoided)}`, perCategory.agreement)}
${rate('Coverage', 'an outcome is predicted, of the issues with one', overall.coverage)}
${rate('Balanced accuracy', 'mean of the shares found of each outcome', overall.balancedAccuracy)}
${number('Matthews correlation', '0 is chance, 1 is perfect', overall.mcc)}
${number('Cohen’s kappa', 'agreement beyond chance', overall.kappa)}
</tbody></table>`;
  return scrolling('Headline figures', table);
}

function avoided(share: number | null): string {
  if (share === null) return '';
  return share < 0
    ? `; the predictions make ${percent(-share)} more errors`
    : `; the predictions avoid ${percent(share)} of its errors`;
}

function partsFigure({ overall, sample }: CompareReport): Markup {
  const agree = Math.round(overall.agreement.n * (overall.agreement.value ?? 0));
  const parts = [
    { kind: 'agrees', title: 'agree', count: agree },
    { kind: 'disagrees', title: 'disagree', count: overall.agreement.n - agree },
    { kind: 'open', title: 'undetermined', count: overall.known - overall.agreement.n },
    { kind: 'unstated', title: 'no outcome stated', count: overall.issues - overall.known },
  ];
  const linked = (title: string): Markup | string =>
    sample.shown.some((row) => row.agreement === title)
      ? html`<a href="#issues" data-filter="agreement" data-value="${title}">${title}</a>`
      : title;
  const keys = parts.map(({ kind, title, count }) => {
    const share = overall.issues === 0 ? null : count / overall.issues;
    return html`<li><span class="swatch ${kind}" aria-hidden="true"></span> ${linked(title)}: <strong>${whole(count)}</strong> (${percent(share)})</li>`;
  });
  return html`<figure class="keep"><figcaption>All ${whole(overall.issues)} issues</figcaption>
${partsSvg(parts)}
<ul class="plain keys">${keys}</ul></figure>`;
}

const ROWS = ['upheld', 'overturned', 'overturned in part', 'no outcome stated'] as const;
const COLUMNS = ['upheld', 'overturned', 'in part', 'undetermined'] as const;

function confusionTable({ overall }: CompareReport): Markup {
  const used = overall.confusion.map((row) => row.reduce((sum, count) => sum + count, 0));
  const rows = overall.confusion.flatMap((row, i) => {
    const total = used[i] ?? 0;
    if (total === 0 && i > 1) return [];
    const cells = row.map((count, k) => {
      const share = total === 0 ? 0 : count / total;
      const isSame = i === k ? ' same' : '';
      return html`<td class="number cell${isSame}" style="--share:${share.toFixed(3)}">${whole(count)}<span class="note">${total === 0 ? '–' : percent(share)}</span></td>`;
    });
    return [html`<tr><th scope="row">${ROWS[i]}</th>${cells}<td class="number">${whole(total)}</td></tr>`];
  });
  const table = html`<table class="confusion">
<caption>What was determined (rows) and what was predicted (columns). Framed cells agree; the share is of the row.</caption>
<thead><tr><th scope="col">Determined</th>${COLUMNS.map((name) => html`<th scope="col" class="number">${name}</th>`)}<th scope="col" class="number">all</th></tr></thead>
<tbody>${rows}</tbody></table>`;
  return html`${scrolling('What was determined and what was predicted', table)}${classTable(overall)}`;
}

function classTable({ classes }: CompareReport['overall']): Markup {
  const estimate = (one: ReportEstimate): Markup =>
    html`<td class="number">${percent(one.value)}<span class="note">${percentRange(one)}</span></td>`;
  const rows = classes
    .filter((one) => one.precision.n > 0 || one.recall.n > 0)
    .map(
      (one) =>
        html`<tr><th scope="row">${one.outcome.replaceAll('-', ' ')}</th>${estimate(one.precision)}${estimate(one.recall)}${estimate(one.f1)}</tr>`,
    );
  const table = html`<table><caption>By outcome: of those predicted, how many were determined so (precision); of those determined, how many were predicted so (recall)</caption>
<thead><tr><th scope="col">Outcome</th><th scope="col" class="number">Precision</th><th scope="col" class="number">Recall</th><th scope="col" class="number">F1</th></tr></thead>
<tbody>${rows}</tbody></table>`;
  return scrolling('Precision and recall by outcome', table);
}
