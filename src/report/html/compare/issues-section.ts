/**
 * Findings, twins and the issues that are shown: a list to search and filter, each issue linked to its explanation
 * below.
 */
import type { CompareReport, ReportTwin } from '../../compare/compare-schema.js';
import { readable, whole } from '../../compare/figures-text.js';
import { FINDING_MEANINGS } from '../../compare/finding-meanings.js';
import { type LexiconWords, valueText } from '../../words.js';
import { html, type Markup } from '../markup.js';
import { scrolling } from '../page.js';
import { agreementTag, issueCase } from './issue-case.js';
import type { ShownLetter } from './shown-letter.js';
import { sortableTable } from './tables.js';

/** What explanations are made from: letters by name, and words of the lexicon. */
export interface ShownParts {
  readonly letters: ReadonlyMap<string, ShownLetter>;
  readonly words: LexiconWords;
}

type Shown = CompareReport['sample']['shown'][number];

/**
 * Issues stand in the order of the sample; one whose letter is missing is listed all the same, and its explanation
 * says so.
 */
export function issuesSection(report: CompareReport, parts: ShownParts): Markup {
  const ids = new Map(report.sample.shown.map((row, i) => [keyOf(row), `i${i + 1}`]));
  return html`<h2 id="findings">Findings</h2>
${findingsTable(report)}
<h2 id="twins">Like facts, unlike outcomes</h2>
${twinsList(report, ids)}
${repeatsPart(report)}
<h2 id="issues">Issues</h2>
${issuesTable(report, ids)}
<h2 id="cases">Explanations</h2>
<p>Words of the letter that a criterion rests on are marked with its number; <span class="cue">dotted</span> words made a statement what it is. Each leads to the criterion, and each criterion back to its words.</p>
${report.sample.shown.map((row) => caseOf(row, ids, parts))}`;
}

const keyOf = ({ document, issue }: { readonly document: string; readonly issue: number }): string =>
  `${document}\n${issue}`;

function caseOf(row: Shown, ids: ReadonlyMap<string, string>, { letters, words }: ShownParts): Markup {
  const id = ids.get(keyOf(row)) ?? '';
  const letter = letters.get(row.document);
  const issue = letter?.result.issues.find((one) => one.issue === row.issue);
  if (letter === undefined || issue === undefined) {
    return html`<p id="${id}" tabindex="-1">${row.document}, issue ${row.issue}: the letter could not be read again, so it has no explanation here.</p>`;
  }
  return issueCase(id, letter, issue, words);
}

function findingsTable({ findings, stale, sample }: CompareReport): Markup {
  const shown = new Set<string>(sample.shown.flatMap((row) => row.findings));
  const rows = findings.map(
    (one) =>
      html`<tr><th scope="row">${shown.has(one.code) ? html`<a href="#issues" data-filter="codes" data-value="${one.code}"><code>${one.code}</code></a>` : html`<code>${one.code}</code>`}<span class="note">${FINDING_MEANINGS[one.code]}</span></th><td class="number">${whole(one.count)}</td><td class="number">${whole(one.accepted)}</td></tr>`,
  );
  const table = html`<table><caption>What in the letters does not hold together, by kind</caption>
<thead><tr><th scope="col">Kind</th><th scope="col" class="number">Found</th><th scope="col" class="number">Accepted before</th></tr></thead><tbody>${rows}</tbody></table>`;
  return html`${rows.length === 0 ? html`<p>Nothing was found.</p>` : scrolling('Findings by kind', table)}
${stale.length > 0 && html`<h3>Accepted before, and found no more</h3><ul>${stale.map((entry) => html`<li>${entry.document}, issue ${entry.issue}: <code>${entry.code}</code></li>`)}</ul>`}`;
}

function twinsList({ twins }: CompareReport, ids: ReadonlyMap<string, string>): Markup {
  if (twins.unlike === 0) {
    return html`<p>Of ${whole(twins.compared)} kinds of cases that occur more than once, none has unlike outcomes.</p>`;
  }
  return html`<p>Issues that ask for the same service, and whose deciding facts are the same, were determined differently in ${whole(twins.unlike)} of ${whole(twins.compared)} kinds of cases that occur more than once. What else the letters say may be why.</p>
${twins.groups.map((group) => twinPart(group, ids))}`;
}

function twinPart(group: ReportTwin, ids: ReadonlyMap<string, string>): Markup {
  const what = [group.family, group.region, group.laterality, ...group.levels].filter((one) => one !== null);
  const sides = group.sides
    .map((side) => `${whole(side.issues)} ${side.outcome.replaceAll('-', ' ')}`)
    .join(', ');
  const facts = group.decidingFacts.map(({ fact, status, value }) => {
    const said = value === null ? '' : ` (${valueText(value)})`;
    return html`<li>${readable(fact)}: ${status.replaceAll('-', ' ')}${said}</li>`;
  });
  const [first, second] = group.sides.map((side) => side.samples[0]);
  const link = (place: typeof first): Markup | null => {
    if (place === undefined) return null;
    const id = ids.get(keyOf(place));
    const words = `${place.document}, issue ${place.issue}`;
    return id === undefined ? html`${words}` : html`<a href="#${id}">${words}</a>`;
  };
  const differences = (group.differences ?? []).map(
    (one) =>
      html`<tr><th scope="row">${readable(one.fact)}${one.region === null ? '' : `, ${readable(one.region)}`}</th><td>${one.first}</td><td>${one.second}</td></tr>`,
  );
  const title = `${readable(what.join(', '))}: ${sides}`;
  const table = html`<table><caption>What the letters differ in</caption><thead><tr><th scope="col">Fact</th><th scope="col">${group.sides[0]?.outcome}: ${link(first)}</th><th scope="col">${group.sides[1]?.outcome}: ${link(second)}</th></tr></thead><tbody>${differences}</tbody></table>`;
  return html`<details class="twin"><summary>${title}</summary>
<p class="small">Rule <code>${group.rule}</code>, decided by ${group.decidedBy.join(', ')}. The deciding facts of all:</p>
<ul class="small">${facts}</ul>
${differences.length === 0 ? html`<p class="small">The letters differ in no fact that is read: ${link(first)} and ${link(second)}.</p>` : scrolling(`What the letters on ${title} differ in`, table)}
</details>`;
}

function repeatsPart({ repeats }: CompareReport): Markup | null {
  if (repeats === null) return null;
  return html`<h2 id="repeats">Repeated letters</h2>
<p>Letters whose summary nearly repeats that of an earlier one: ${whole(repeats.letters)}. Issues of theirs that ask again for the same, and are not counted: ${whole(repeats.issues)}.</p>
${repeats.groups.length > 0 && html`<ul>${repeats.groups.map((one) => html`<li>${one.first}: ${whole(one.letters)} letters</li>`)}</ul>`}`;
}

/** Each code once, with how often. */
function codeList(codes: readonly string[]): Markup {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return html`${[...counts].map(([code, count]) => html`<code>${code}</code>${count > 1 ? ` ×${count}` : ''} `)}`;
}

function issuesTable({ sample }: CompareReport, ids: ReadonlyMap<string, string>): Markup {
  const part =
    sample.shown.length < sample.of
      ? `${whole(sample.shown.length)} of ${whole(sample.of)} issues: those with findings and those that disagree first`
      : `All ${whole(sample.of)} issues`;
  const codes = [...new Set(sample.shown.flatMap((row) => row.findings))].sort();
  const table = sortableTable({
    id: 'issue-list',
    caption: part,
    columns: [
      { title: 'Letter' },
      { title: 'Issue', isNumber: true },
      { title: 'Request' },
      { title: 'Predicted' },
      { title: 'Determined' },
      { title: 'Agreement' },
      { title: 'Findings' },
    ],
    rows: sample.shown.map((row) => ({
      data: { agreement: row.agreement, codes: row.findings.join(' ') },
      cells: [
        { content: html`<a href="#${ids.get(keyOf(row)) ?? ''}">${row.document}</a>` },
        { content: row.issue, key: row.issue },
        { content: row.request },
        { content: row.predicted.replaceAll('-', ' ') },
        { content: (row.actual ?? 'none stated').replaceAll('-', ' ') },
        { content: agreementTag(row.agreement), key: row.agreement },
        {
          content: row.findings.length === 0 ? '–' : codeList(row.findings),
          key: row.findings.length,
        },
      ],
    })),
  });
  return html`<form class="filters" data-for="issue-list" role="search" aria-label="Filter the issues">
<label>Search <input type="search" name="words" autocomplete="off"></label>
<label>Agreement <select name="agreement"><option value="">all</option><option value="agree">agree</option><option value="disagree">disagree</option><option value="not-comparable">not comparable</option></select></label>
<label>Finding <select name="codes"><option value="">all</option>${codes.map((code) => html`<option value="${code}">${code}</option>`)}</select></label>
<p class="shown" role="status" aria-live="polite"></p>
</form>
${table}`;
}
