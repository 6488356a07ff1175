/**
 * The shell that every page of this program stands in: document head, a link past the navigation, landmarks for head,
 * main part and foot. A page may ask for nothing from a network; its policy says so to the browser.
 * Not here: what pages say, nor their style (`base-style.ts`).
 */
import { html, type Markup, trusted } from './markup.js';

/** The parts of a page; those that are left out leave no landmark behind. */
export interface Page {
  /** Name of the page, then of what it belongs to: shown by the browser, and read out first. */
  readonly title: string;
  /** `inlineStyle(…)` for a page that must stand alone, `linkedStyle(…)` for one of many. */
  readonly styles: readonly Markup[];
  /** Name and navigation above the main part; left out where there is none. */
  readonly head?: Markup;
  /** INVARIANT: holds the one `h1` of the page. */
  readonly main: Markup;
  readonly foot?: Markup;
  /** Run when the page is read; `inlineScript` or `linkedScript`. */
  readonly scripts?: readonly Markup[];
}

/** Style and scripts of the page itself and of files beside it, pictures inside of it; nothing else. */
const POLICY =
  "default-src 'none'; img-src data:; style-src 'self' file: 'unsafe-inline'; script-src 'self' file: 'unsafe-inline'";

/** A whole HTML document, ready to be written to a file. */
export function pageText({ title, styles, head, main, foot, scripts = [] }: Page): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${title}</title>
${styles}
</head>
<body>
<a class="skip" href="#main">Skip to the main part</a>
${head && html`<header class="page-head">${head}</header>`}
<main id="main" tabindex="-1">
${main}
</main>
${foot && html`<footer class="page-foot">${foot}</footer>`}
${scripts}
</body>
</html>
`;
  return page.text;
}

/** @param text of our own: a style sheet is not escaped */
export function inlineStyle(text: string): Markup {
  return html`<style>${trusted(text)}</style>`;
}

/** @param path from the page */
export function linkedStyle(path: string): Markup {
  return html`<link rel="stylesheet" href="${path}">`;
}

/** @param text of our own: a script is not escaped */
export function inlineScript(text: string): Markup {
  return html`<script>${trusted(text)}</script>`;
}

/** Run once the page is there. @param path from the page */
export function linkedScript(path: string): Markup {
  return html`<script src="${path}" defer></script>`;
}

/** A table that scrolls by itself where it is wider than the page, and can be scrolled by keyboard. */
export function scrolling(label: string, table: Markup): Markup {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${label}">${table}</div>`;
}
