/**
 * What the handbook's pages have besides the base style: the bar with the search, the tree of criteria, examples.
 */
export const HANDBOOK_STYLE = `
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.5rem; padding-top: .6rem; padding-bottom: .6rem; }
.brand { font-weight: 650; color: var(--ink); text-decoration: none; }
.bar ul { list-style: none; display: flex; gap: 1.25rem; margin: 0; padding: 0; }
.bar nav a { display: inline-block; padding: .5rem 0; }
.bar nav a[aria-current] { color: var(--ink); text-decoration: none; border-bottom: 2px solid var(--accent); }
.bar form { flex: 1 1 14rem; max-width: 26rem; margin-left: auto; } .bar input { width: 100%; }
.results { padding-top: .25rem; padding-bottom: .75rem; } .results p { margin: 0 0 .35rem; }
.results li { max-width: none; padding: .3rem 0; border-top: 1px solid var(--line); }
.trail ol { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem .6rem; padding: 0; margin: 0 0 .5rem; font-size: .875rem; }
.trail li + li::before { content: "/"; color: var(--edge); margin-right: .6rem; }
.note { border-left: 3px solid var(--accent); padding: .35rem 0 .35rem 1rem; }
.tree { list-style: none; padding: 0; margin: 0 0 .5rem; }
.tree p { margin: 0; max-width: 46rem; }
.tree .keep { padding: .5rem 0; }
.tree .group { padding: .4rem 0 .15rem; }
.tree .tree { margin-left: .35rem; padding-left: 1.1rem; border-left: 2px solid var(--line); }
.because { font-weight: 550; } .needs { color: var(--accent); }
.id { color: var(--soft); font-size: .8125rem; font-weight: 400; }
.cards { list-style: none; padding: 0; display: grid; gap: 0 2rem; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); }
.cards li { border-bottom: 1px solid var(--line); padding: .5rem 0; margin: 0; }
.example { border-top: 1px solid var(--line); padding-top: .25rem; }
.example h3 { margin: .75rem 0 .35rem; } .example p, .example ul { margin-bottom: .4rem; }
.example h3 .tag { font-weight: 400; vertical-align: .1em; margin-left: .35rem; }
.phrases { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem; max-width: none; }
.phrases li { background: var(--tint); border-radius: .3rem; padding: .05rem .45rem; margin: 0; max-width: 100%; }
@media print {
  .trail { display: none; } .phrases li { border: 1px solid var(--line); }
  .tree .tree { border-left-color: #999999; } details::details-content { content-visibility: visible; block-size: auto; }
}
table.stacking { margin: 0 0 1.25rem; }
@media (max-width: 40rem) {
  .stacking, .stacking tbody, .stacking tr, .stacking td { display: block; }
  .stacking thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .stacking tr { border-bottom: 1px solid var(--line); padding: .6rem 0; }
  .stacking td { border: 0; padding: .1rem 0; } .stacking td.empty { display: none; }
  .stacking td + td::before { content: attr(data-title) ": "; color: var(--soft); }
}
@media (min-width: 40rem) { .id { white-space: nowrap; } }
@media (max-width: 30rem) { .bar form { max-width: none; } .tree .tree { padding-left: .75rem; } }
`;
