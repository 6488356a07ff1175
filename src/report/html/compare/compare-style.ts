/**
 * The style of the page of a comparison, on top of the base style that all pages share.
 */

const CHARTS = `
.chart { display: block; width: 100%; height: 1.25rem; }
.chart line { vector-effect: non-scaling-stroke; }
.chart .axis { stroke: var(--line); stroke-width: 1; }
.chart .grid { stroke: var(--line); stroke-width: 1; stroke-dasharray: 1 3; }
.chart .interval { stroke: var(--accent); stroke-width: 2; }
.chart .estimate { stroke: var(--accent); stroke-width: 5; }
.chart .against { stroke: var(--soft); stroke-width: 2; stroke-dasharray: 3 3; }
.chart .bar { fill: var(--accent); }
.chart.parts { height: 1.75rem; border-radius: .375rem; border: 1px solid var(--edge); }
.part.agrees { fill: var(--met); } .part.disagrees { fill: var(--not-met); }
.part.open { fill: var(--open); } .part.unstated { fill: var(--line); }
.part { stroke: var(--ground); stroke-width: 2; vector-effect: non-scaling-stroke; }
.swatch { display: inline-block; width: 1em; height: 1em; border-radius: .2em; vertical-align: -.12em; border: 1px solid var(--edge); }
.swatch.agrees { background: var(--met); } .swatch.disagrees { background: var(--not-met); }
.swatch.open { background: var(--open); } .swatch.unstated { background: var(--line); }
.keys { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: .6rem 0 0; }
figcaption { color: var(--soft); margin: 0 0 .5rem; }`;

const TABLES = `
td.picture, th.picture { width: 34%; min-width: 7rem; padding-right: 1rem; }
.strong { font-weight: 650; }
.number { white-space: nowrap; } caption { max-width: calc(100vw - 2.5rem); }
.note { display: block; color: var(--soft); font-size: .8125rem; font-weight: 400; }
tbody th { font-weight: 500; }
.confusion .cell { background: color-mix(in srgb, var(--accent-tint) calc(var(--share) * 100%), transparent); }
.confusion .same { outline: 2px solid var(--accent); outline-offset: -3px; }
.confusion td, .confusion th { padding-left: .75rem; }
th .sort { min-height: 1.75rem; padding: 0 .35rem; border-color: transparent; background: none; color: var(--soft); line-height: 1; }
th .sort:hover { border-color: var(--edge); }
th[aria-sort] .sort { color: var(--accent); }
th { white-space: nowrap; } tbody th, caption { white-space: normal; }
#issue-list tbody th { overflow-wrap: anywhere; min-width: 10rem; } #issue-list td:nth-child(3) { min-width: 14rem; }
.filters { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; align-items: end; margin: 0 0 1rem; }
.filters label { display: grid; gap: .2rem; color: var(--soft); font-size: .875rem; max-width: 100%; }
.filters .shown { margin: 0 0 .6rem; }`;

const CASES = `
main, .page-foot > * { max-width: 76rem; }
nav.contents { margin: 0 0 1.5rem; }
nav.contents ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; margin: 0; }
details.case, details.twin { border: 1px solid var(--line); border-radius: .5rem; padding: .35rem 1rem; margin: 0 0 .6rem; }
details.case[open] { padding-bottom: 1rem; }
.case > summary { overflow-wrap: anywhere; } .case-title { font-weight: 500; }
.tag.flag { color: var(--not-met); } .tag.decides { color: var(--accent); background: var(--accent-tint); border-color: currentColor; }
.sides { display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 1fr); }
@media (min-width: 60rem) {
  .sides { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); align-items: start; }
  .sides > section { max-height: calc(100vh - 4rem); overflow: auto; padding: 0 .75rem 0 .25rem; }
  .letter { position: sticky; top: 1rem; }
}
.letter, .rule { border-top: 2px solid var(--line); }
.letter .text { line-height: 1.75; }
a.evidence { color: inherit; background: var(--mark); text-decoration: none; border-bottom: 2px solid var(--accent); padding: .05em 0; }
a.finding { color: inherit; background: var(--not-met-tint); text-decoration: none; border-bottom: 2px dashed var(--not-met); padding: .05em 0; }
a.evidence sup, a.finding sup { font-weight: 650; padding-left: .1em; color: var(--ink); }
sup { line-height: 0; font-size: .72em; } a sup, a + a > sup { margin-left: .2em; }
.cue { text-decoration: underline dotted 2px; text-underline-offset: .25em; }
.case h3 { margin: 1.25rem 0 .35rem; } .case h4 { margin: 1rem 0 .35rem; font-size: .9375rem; }
@media (max-width: 40rem) { .figures td.number:not(.strong) { white-space: normal; } .figures .note { display: none; } .figures td.picture { min-width: 5rem; padding-right: .5rem; } .figures { font-size: .875rem; } .tree .tree { padding-left: .6rem; } }
.tree { list-style: none; padding-left: 0; margin: 0 0 .5rem; }
.tree .tree { padding-left: 1rem; border-left: 2px solid var(--line); margin-top: .35rem; }
.tree li { margin: .45rem 0; }
.count { display: inline-block; min-width: 1.5em; text-align: center; border: 1px solid var(--edge); border-radius: 1em; font-size: .75rem; line-height: 1.4; }
.quotes { list-style: none; padding-left: .75rem; margin: .2rem 0 .4rem; }
ol.findings { padding-left: 0; list-style: none; } ol.findings > li { max-width: none; margin: 0 0 .6rem; padding: .5rem .75rem; background: var(--not-met-tint); border-radius: .375rem; }
:target, .tree li:target, li:target { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: .2rem; }
details.case:target { outline-offset: 0; }`;

const PRINT = `
@media print {
  .sides { grid-template-columns: 1fr 1fr; font-size: 9pt; }
  .sides > section { max-height: none; overflow: visible; } .letter { position: static; }
  details.case { break-inside: auto; } details.case:not([open]), details.twin:not([open]) { display: none; }
  nav.contents { display: none; }
  .part, .bar, .swatch, .cell, a.evidence, a.finding, .tag { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}`;

/** CSS that comes after `BASE_STYLE`. */
export const COMPARE_STYLE = `${CHARTS}${TABLES}${CASES}${PRINT}`;
