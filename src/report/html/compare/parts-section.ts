/**
 * The corpus in parts: agreement by service and by year as charts, and a table for every way of dividing it; what is
 * undetermined and why; what decided.
 */
import type { Dimension } from '../../../statistics/dimensions.js';
import type { CompareReport, ReportSlice } from '../../compare/compare-schema.js';
import { coefficient, percent, percentRange, whole } from '../../compare/figures-text.js';
import { causeText, DIMENSION_TITLES, partName } from '../../compare/report-words.js';
import type { LexiconWords } from '../../words.js';
import { html, type Markup } from '../markup.js';
import { scrolling } from '../page.js';
import { barSvg, intervalSvg } from './charts.js';
import { sortableTable } from './tables.js';

const MOST_IN_CHART = 15;
const MOST_CAUSES = 25;

/** @param words names of services and regions */
export function partsSection(report: CompareReport, words: LexiconWords): Markup {
  const dimensions = Object.entries(report.by) as [Dimension, readonly ReportSlice[]][];
  return html`<h2 id="services">Agreement by service</h2>
${agreementChart('family', report.by.family ?? [], words)}
<h2 id="years">Agreement by year</h2>
${agreementChart('year', report.by.year ?? [], words)}
<h2 id="undetermined">What is undetermined, and why</h2>
${causesChart(report, words)}
<h2 id="decided">What decided</h2>
${decidersTable(report)}
<h2 id="parts">All parts</h2>
<p>An issue that asks for several services is counted in the part of each. Click on an arrow to sort.</p>
${dimensions.map(
  ([dimension, slices]) =>
    html`<details><summary>${DIMENSION_TITLES[dimension]} <span class="soft">(${whole(slices.length)})</span></summary>${partsTable(dimension, slices, words)}</details>`,
)}`;
}

function agreementChart(dimension: Dimension, slices: readonly ReportSlice[], words: LexiconWords): Markup {
  const shown = slices
    .filter((slice) => slice.agreement.n > 0)
    .slice(0, dimension === 'year' ? 40 : MOST_IN_CHART);
  if (shown.length === 0) return html`<p>No issue of it is compared.</p>`;
  const rows = shown.map(
    ({ name, agreement, majority }) =>
      html`<tr><th scope="row">${partName(dimension, name, words)}</th><td class="picture">${intervalSvg(agreement, majority.value)}</td>
<td class="number strong">${percent(agreement.value)}</td><td class="number">${percentRange(agreement)}</td><td class="number">${percent(majority.value)}</td><td class="number">${whole(agreement.n)}</td></tr>`,
  );
  const caption = `Agreement (bar) with its 95 % interval (line), and always expecting the part's commonest outcome (dashed line)${shown.length < slices.length && dimension !== 'year' ? `; the ${shown.length} largest of ${slices.length}, all are below` : ''}`;
  const table = html`<table class="figures"><caption>${caption}</caption>
<thead><tr><th scope="col">${dimension === 'year' ? 'Year' : 'Service'}</th><th scope="col" class="picture"><span class="hidden-label">Picture</span></th><th scope="col" class="number">Agree</th><th scope="col" class="number">95 % interval</th><th scope="col" class="number">Commonest</th><th scope="col" class="number">Issues</th></tr></thead>
<tbody>${rows}</tbody></table>`;
  return scrolling(caption, table);
}

function causesChart({ undetermined, causes }: CompareReport, words: LexiconWords): Markup {
  if (undetermined === 0) return html`<p>Every issue has a prediction.</p>`;
  const most = causes[0]?.issues ?? 1;
  return sortableTable({
    id: 'causes',
    caption: `${whole(undetermined)} issues are undetermined. What stands in the way of most of them comes first; “alone” counts issues that nothing else stands in the way of.`,
    columns: [
      { title: 'What is missing' },
      { title: '', isPicture: true },
      { title: 'Issues', isNumber: true },
      { title: 'Alone', isNumber: true },
      { title: 'Share', isNumber: true },
    ],
    rows: causes.slice(0, MOST_CAUSES).map((cause) => ({
      cells: [
        { content: causeText(cause, words).replaceAll('`', '') },
        { content: barSvg(cause.issues / most) },
        { content: whole(cause.issues), key: cause.issues },
        { content: whole(cause.alone), key: cause.alone },
        { content: percent(cause.share), key: cause.share },
      ],
    })),
  });
}

function decidersTable({ deciders }: CompareReport): Markup {
  if (deciders.length === 0) return html`<p>No criterion decided an issue.</p>`;
  const most = deciders[0]?.issues ?? 1;
  return sortableTable({
    id: 'deciders',
    caption: 'Criteria that settled predictions, those that settled most first',
    columns: [
      { title: 'Criterion' },
      { title: 'Rule' },
      { title: '', isPicture: true },
      { title: 'Issues', isNumber: true },
      { title: 'Agree', isNumber: true },
      { title: 'Disagree', isNumber: true },
    ],
    rows: deciders.slice(0, MOST_CAUSES).map((one) => ({
      cells: [
        { content: one.criterion },
        { content: one.rule },
        { content: barSvg(one.issues / most) },
        { content: whole(one.issues), key: one.issues },
        { content: whole(one.agree), key: one.agree },
        { content: whole(one.disagree), key: one.disagree },
      ],
    })),
  });
}

function partsTable(dimension: Dimension, slices: readonly ReportSlice[], words: LexiconWords): Markup {
  return sortableTable({
    id: `by-${dimension}`,
    caption: DIMENSION_TITLES[dimension],
    columns: [
      { title: 'Part' },
      { title: 'Issues', isNumber: true },
      { title: 'Coverage', isNumber: true },
      { title: 'Agreement', isNumber: true },
      { title: '95 %', isNumber: true },
      { title: 'Commonest', isNumber: true },
      { title: 'MCC', isNumber: true },
      { title: 'Kappa', isNumber: true },
      { title: 'Overturned', isNumber: true },
      { title: 'With findings', isNumber: true },
    ],
    rows: slices.map((slice) => ({
      cells: [
        { content: partName(dimension, slice.name, words) },
        { content: whole(slice.issues), key: slice.issues },
        { content: percent(slice.coverage.value), key: slice.coverage.value },
        { content: percent(slice.agreement.value), key: slice.agreement.value },
        { content: percentRange(slice.agreement), key: slice.agreement.low },
        { content: percent(slice.majority.value), key: slice.majority.value },
        { content: coefficient(slice.mcc.value), key: slice.mcc.value },
        { content: coefficient(slice.kappa.value), key: slice.kappa.value },
        { content: percent(slice.overturned.value), key: slice.overturned.value },
        { content: whole(slice.withFindings), key: slice.withFindings },
      ],
    })),
  });
}
