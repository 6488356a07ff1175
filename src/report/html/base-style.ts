/**
 * The style sheet that every page of this program begins with: type, colours for light and dark, tables, tags for
 * statuses, forms, focus, print. System fonts, nothing from a network, no width that a phone does not have.
 * Colours are named for what they are for; every pair of text and ground has a contrast of 4.5 or more.
 * Not here: what only one kind of page needs (`handbook/handbook-style.ts`).
 */

const LIGHT = `
  --ground: #ffffff; --tint: #f3f6f7; --line: #d5dde1; --edge: #75838c;
  --ink: #1c262c; --soft: #51606a; --accent: #17607f; --accent-tint: #e4f0f5;
  --met: #17643f; --met-tint: #e3f2ea; --not-met: #98301f; --not-met-tint: #fbeae6;
  --open: #765000; --open-tint: #fbf1d9; --mark: #fff0b3;`;

const DARK = `
  --ground: #13191d; --tint: #1b2328; --line: #34404a; --edge: #82919b;
  --ink: #e3e9ec; --soft: #a9b6be; --accent: #86c6e6; --accent-tint: #173240;
  --met: #82d3a8; --met-tint: #14301f; --not-met: #f2a594; --not-met-tint: #3a1b15;
  --open: #e8c677; --open-tint: #34290f; --mark: #574a10;`;

/** Tags and bars for `met`, `not met` and `undetermined`; the word is always there as well. */
const STATUSES = `
.tag { display: inline-block; padding: .05em .55em; border-radius: 1em; border: 1px solid var(--line);
  background: var(--tint); color: var(--soft); font-size: .8125rem; line-height: 1.5; white-space: nowrap; }
.tag.met { background: var(--met-tint); color: var(--met); border-color: currentColor; }
.tag.not-met { background: var(--not-met-tint); color: var(--not-met); border-color: currentColor; }
.tag.undetermined { background: var(--open-tint); color: var(--open); border-color: currentColor; }`;

const TABLES = `
.scroll { overflow-x: auto; margin: 0 0 1.25rem; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
caption { text-align: left; color: var(--soft); padding: 0 0 .5rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .75rem .45rem 0; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--edge); font-weight: 600; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
dl { margin: 0 0 1.25rem; }
dt { color: var(--soft); font-size: .875rem; }
dd { margin: 0 0 .6rem; overflow-wrap: anywhere; }
@media (min-width: 40rem) {
  dl.pairs { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .35rem 1.5rem; }
  dl.pairs dt { font-size: inherit; } dl.pairs dd { margin: 0; }
}`;

const FORMS = `
input, select, button { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--edge);
  border-radius: .375rem; padding: .5rem .75rem; min-height: 2.75rem; max-width: 100%; }
button { cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: .2rem; }
details { margin: 0 0 1rem; } summary { cursor: pointer; padding: .35rem 0; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: .5rem; top: .5rem; background: var(--ground); padding: .5rem 1rem; z-index: 2; }
.hidden-label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }`;

/** On paper: black on white, no navigation, links that lead out of the page are spelled by their words alone. */
const PRINT = `
@media print {
  :root { color-scheme: light; ${LIGHT} --tint: #ffffff; }
  html { font-size: 10pt; }
  .page-head, .page-foot nav, .skip, form, button, .no-print { display: none !important; }
  main, .page-foot { max-width: none; padding-left: 0; padding-right: 0; }
  a { color: inherit; text-decoration: none; }
  h1, h2, h3, h4, summary { break-after: avoid; }
  tr, figure, blockquote, .keep { break-inside: avoid; } thead { display: table-header-group; }
  .scroll { overflow: visible; }
  @page { margin: 18mm; }
}`;

/** CSS of our own, for `inlineStyle` or a file; what a kind of page adds comes after it. */
export const BASE_STYLE = `
:root { color-scheme: light dark; ${LIGHT} }
@media (prefers-color-scheme: dark) { :root { ${DARK} } }
*, *::before, *::after { box-sizing: border-box; }
html { font: 100%/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--ground); color: var(--ink); overflow-wrap: break-word; }
.page-head { border-bottom: 1px solid var(--line); background: var(--tint); }
.page-head > *, main, .page-foot > * { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
main { padding-top: 1.75rem; padding-bottom: 3rem; }
main:focus { outline: none; }
.page-foot { border-top: 1px solid var(--line); color: var(--soft); font-size: .875rem; padding: 1rem 0 2rem; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; font-weight: 650; }
h1 { font-size: clamp(1.5rem, 1.2rem + 1.6vw, 2.125rem); margin: 0 0 .75rem; letter-spacing: -.01em; }
h2 { font-size: 1.3125rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1.0625rem; margin: 1.75rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.25rem 0 .35rem; }
p, ul, ol { margin: 0 0 1rem; } p, li { max-width: 46rem; text-wrap: pretty; }
ul, ol { padding-left: 1.25rem; } li { margin: .15rem 0; }
ul.plain, ol.plain { list-style: none; padding-left: 0; }
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
.lead { font-size: 1.125rem; color: var(--soft); }
.soft { color: var(--soft); } small, .small { font-size: .875rem; }
code { font: .9em ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere; }
blockquote { margin: 0 0 1rem; padding: .25rem 0 .25rem 1rem; border-left: 3px solid var(--line); color: var(--soft); }
mark { background: var(--mark); color: inherit; padding: 0 .1em; border-radius: .15em; }
figure { margin: 0 0 1.5rem; } svg { max-width: 100%; height: auto; } hr { border: 0; border-top: 1px solid var(--line); }
${STATUSES}
${TABLES}
${FORMS}
${PRINT}
`;
