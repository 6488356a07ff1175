/**
 * What all pages of the handbook share: where each thing has its page, the head with the search, the foot.
 * All files lie in one folder and name each other without a path, so the folder can be moved, zipped and mailed.
 */
import { html, type Markup } from '../markup.js';
import { linkedScript, linkedStyle, pageText } from '../page.js';

/** The one style sheet of all pages. */
export const STYLE_FILE = 'handbook.css';
/** The one script of all pages, which loads the next two when somebody searches. */
export const SCRIPT_FILE = 'handbook.js';
/** What is searched: see `searchIndexScript`. */
export const INDEX_FILE = 'search-index.js';
/** The search engine. */
export const LIBRARY_FILE = 'search-library.js';

/** A file of the site; `path` is a name without a folder. */
export interface SiteFile {
  readonly path: string;
  readonly text: string;
}

/** What has a page of its own. */
export type Kind = 'guideline' | 'rule' | 'fact' | 'service';

/** `rule-odg-lumbar-ct.html` */
export function pathOf(kind: Kind, id: string): string {
  return `${kind}-${id}.html`;
}

/** @param id as `pathOf` takes it; nothing sees whether the page is there */
export function link(kind: Kind, id: string, text: string): Markup {
  return html`<a href="${pathOf(kind, id)}">${text}</a>`;
}

const LISTS = [
  ['index.html', 'Guidelines'],
  ['services.html', 'Services'],
  ['facts.html', 'Facts'],
] as const;

/** One page of the handbook. */
export function sitePage(path: string, title: string, main: Markup): SiteFile {
  const text = pageText({
    title: title === SITE_TITLE ? title : `${title} – ${SITE_TITLE}`,
    styles: [linkedStyle(STYLE_FILE)],
    head: head(path),
    main,
    foot: html`<p>Made from the rule files. What a rule counts silence for, and what is not checked against its source, is said beside it.</p>`,
    scripts: [linkedScript(SCRIPT_FILE)],
  });
  return { path, text };
}

/** The title of the first page, and the end of all others'. */
export const SITE_TITLE = 'Handbook of rules';

function head(path: string): Markup {
  const here = (file: string): Markup | false => file === path && html` aria-current="page"`;
  return html`<div class="bar">
<a class="brand" href="index.html">${SITE_TITLE}</a>
<nav aria-label="Handbook"><ul>${LISTS.map(([file, name]) => html`<li><a href="${file}"${here(file)}>${name}</a></li>`)}</ul></nav>
<form role="search" id="search" hidden><label class="hidden-label" for="query">Search rules, facts and services</label>
<input id="query" type="search" placeholder="Search" autocomplete="off" spellcheck="false" aria-describedby="search-count" aria-controls="found">
</form></div>
<div class="results" id="results" hidden><p id="search-count" role="status" class="soft"></p><ol id="found" class="plain"></ol></div>`;
}

/** Where a page belongs: links to what it is part of, above its title. */
export function trail(...links: readonly Markup[]): Markup {
  return html`<nav class="trail" aria-label="Where this belongs"><ol>${links.map((one) => html`<li>${one}</li>`)}</ol></nav>`;
}

/**
 * Rows of a table with its column titles. A phone shows each row as a small list with the titles beside the values;
 * roles are written out, because a table that is laid out otherwise is no table to some screen readers.
 */
export function table(
  label: string,
  titles: readonly string[],
  rows: readonly (readonly (Markup | string)[])[],
): Markup {
  const cell = (value: Markup | string, i: number): Markup | false =>
    value !== '' && html`<td role="cell" data-title="${titles[i]}">${value}</td>`;
  return html`<table class="stacking" role="table" aria-label="${label}">
<thead role="rowgroup"><tr role="row">${titles.map((title) => html`<th role="columnheader" scope="col">${title}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map((cells) => html`<tr role="row">${cells.map((value, i) => cell(value, i) || html`<td role="cell" class="empty"></td>`)}</tr>`)}</tbody></table>`;
}
