/**
 * Tables that can be sorted and filtered where there is a script, and read where there is none. What a cell is sorted
 * by stands in its `data-key`; the order of the rows as they come is a sensible one.
 */
import { html, type Markup } from '../markup.js';
import { scrolling } from '../page.js';

/** A column of a table; one without a title cannot be sorted, either. */
export interface Column {
  readonly title: string;
  /** Set to the right. */
  readonly isNumber?: boolean;
  /** A column of pictures cannot be sorted. */
  readonly isPicture?: boolean;
}

/** A cell of a table; null as a key sorts as nothing, for a figure that does not exist. */
export interface Cell {
  readonly content: Markup | string | number;
  /** What it is sorted by, if not by its words. */
  readonly key?: string | number | null;
}

/** A row; its first cell is its heading. */
export interface TableRow {
  readonly cells: readonly Cell[];
  /** Attributes that filters look at. */
  readonly data?: Readonly<Record<string, string>>;
}

/** A table as data. `id` is unlike any other of the page, and what a form of filters names. */
export interface Table {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
}

/** @returns the table in a frame that scrolls; as many cells a row as there are columns */
export function sortableTable({ id, caption, columns, rows }: Table): Markup {
  const table = html`<table id="${id}" class="sortable">
<caption>${caption}</caption>
<thead><tr>${columns.map(headCell)}</tr></thead>
<tbody>
${rows.map(
  (
    row,
  ) => html`<tr${dataAttributes(row)}>${row.cells.map((cell, i) => bodyCell(cell, columns[i], i === 0))}</tr>
`,
)}</tbody>
</table>`;
  return scrolling(caption, table);
}

function headCell({ title, isNumber, isPicture }: Column): Markup {
  const sorter =
    isPicture || title === ''
      ? null
      : html` <button type="button" class="sort" aria-label="sort by ${title}"><span aria-hidden="true">↕</span></button>`;
  return html`<th scope="col" class="${isNumber ? 'number' : isPicture ? 'picture' : ''}">${title}${sorter}</th>`;
}

function bodyCell({ content, key }: Cell, column: Column | undefined, isFirst: boolean): Markup {
  const sorted = key === undefined ? null : html` data-key="${key ?? ''}"`;
  const kind = column?.isNumber ? 'number' : column?.isPicture ? 'picture' : '';
  if (isFirst) return html`<th scope="row"${sorted}>${content}</th>`;
  return html`<td class="${kind}"${sorted}>${content}</td>`;
}

function dataAttributes({ data = {} }: TableRow): Markup {
  return html`${Object.entries(data).map(([name, value]) => html` data-${name}="${value}"`)}`;
}
