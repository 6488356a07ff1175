/**
 * HTML that cannot be broken by what is put into it: a template whose values are escaped unless they are markup
 * themselves. Every page of this program is made with it.
 * Not here: pages and their parts.
 */

/** Text that is safe to stand in a page as it is. Only `html` and `trusted` make it. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = Markup | string | number | null | undefined | false | readonly Value[];

/** ``html`<p>${name}</p>` ``: texts are escaped, markup and lists of it are put in, null and false leave nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(parts.reduce((text, part, i) => text + render(values[i - 1]) + part));
}

/** Text of our own that goes in unescaped: style sheets and scripts. Never for anything that was read. */
export function trusted(text: string): Markup {
  return new Markup(text);
}

/** Data for a script of the page, in a form that cannot end the element that it stands in. */
export function json(data: unknown): Markup {
  return new Markup(JSON.stringify(data).replaceAll('<', '\\u003c'));
}

function render(value: Value): string {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(render).join('');
  if (value === null || value === undefined || value === false) return '';
  return escaped(String(value));
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
