/**
 * Small charts as inline SVG. Each is one row of a table whose cells say the same in words, so that the picture is
 * for those who would rather look, and nothing is told by it alone. They stretch with the page.
 * Scales go from 0 to 1; figures that can be negative are not drawn here.
 */
import type { ReportEstimate } from '../../compare/compare-schema.js';
import { html, type Markup } from '../markup.js';

const HEIGHT = 20;
const MIDDLE = HEIGHT / 2;
const x = (share: number): string => (100 * Math.min(1, Math.max(0, share))).toFixed(2);

/** A line for the interval, a bar for the estimate, a dashed line for what it is held against. */
export function intervalSvg({ value, low, high }: ReportEstimate, against: number | null): Markup {
  return html`<svg class="chart" viewBox="0 0 100 ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true" focusable="false">
<line class="axis" x1="0" y1="${HEIGHT - 1}" x2="100" y2="${HEIGHT - 1}"/>
${[0, 0.25, 0.5, 0.75, 1].map((at) => html`<line class="grid" x1="${x(at)}" y1="0" x2="${x(at)}" y2="${HEIGHT}"/>`)}
${against !== null && html`<line class="against" x1="${x(against)}" y1="1" x2="${x(against)}" y2="${HEIGHT - 1}"/>`}
${low !== null && high !== null && html`<line class="interval" x1="${x(low)}" y1="${MIDDLE}" x2="${x(high)}" y2="${MIDDLE}"/>`}
${value !== null && html`<line class="estimate" x1="${x(value)}" y1="3" x2="${x(value)}" y2="${HEIGHT - 3}"/>`}
</svg>`;
}

/** A bar from the left. @param share of the longest bar */
export function barSvg(share: number): Markup {
  return html`<svg class="chart" viewBox="0 0 100 ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true" focusable="false">
<rect class="bar" x="0" y="4" width="${x(share)}" height="${HEIGHT - 8}"/>
</svg>`;
}

/** One bar cut into parts of a whole, each with a pattern of its own. */
export function partsSvg(parts: readonly { readonly kind: string; readonly count: number }[]): Markup {
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  let from = 0;
  const rects = parts.map(({ kind, count }) => {
    const width = total === 0 ? 0 : count / total;
    const rect = html`<rect class="part ${kind}" x="${x(from)}" y="0" width="${x(width)}" height="28"/>`;
    from += width;
    return rect;
  });
  return html`<svg class="chart parts" viewBox="0 0 100 28" preserveAspectRatio="none" aria-hidden="true" focusable="false">${rects}</svg>`;
}
