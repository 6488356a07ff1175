/**
 * The report of a comparison as one HTML file: no network, works from the disk, prints. Letter texts are in it only
 * for the issues that are shown.
 */

import type { CompareReport } from '../../compare/compare-schema.js';
import type { LexiconWords } from '../../words.js';
import { BASE_STYLE } from '../base-style.js';
import { html } from '../markup.js';
import { inlineScript, inlineStyle, pageText } from '../page.js';
import { COMPARE_SCRIPT } from './compare-script.js';
import { COMPARE_STYLE } from './compare-style.js';
import { issuesSection } from './issues-section.js';
import { partsSection } from './parts-section.js';
import type { ShownLetter } from './shown-letter.js';
import { summarySection } from './summary-section.js';

const CONTENTS = [
  ['outcomes', 'Outcomes'],
  ['services', 'By service'],
  ['years', 'By year'],
  ['undetermined', 'Undetermined'],
  ['decided', 'What decided'],
  ['parts', 'All parts'],
  ['findings', 'Findings'],
  ['twins', 'Unlike outcomes'],
  ['issues', 'Issues'],
  ['cases', 'Explanations'],
] as const;

/**
 * @param report with all the parts that are to be shown
 * @param letters the letters of the issues that are shown, by name; an issue whose letter is missing has no explanation
 * @param words meanings of facts and names of services
 */
export function comparePage(
  report: CompareReport,
  letters: ReadonlyMap<string, ShownLetter>,
  words: LexiconWords,
): string {
  const contents = html`<nav class="contents" aria-label="Contents"><ul>${CONTENTS.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>`;
  return pageText({
    title: 'Predictions and determinations compared',
    styles: [inlineStyle(BASE_STYLE), inlineStyle(COMPARE_STYLE)],
    main: html`${contents}
${summarySection(report)}
${partsSection(report, words)}
${issuesSection(report, { letters, words })}`,
    foot: html`<p>Intervals are at 95 %: Wilson's for proportions, a bootstrap over letters for the other figures. The baselines expect the commonest outcome of all other issues, or of the others of the same kind of service. A prediction is made from the request, the case summary and the guidelines alone.</p>`,
    scripts: [inlineScript(COMPARE_SCRIPT)],
  });
}
