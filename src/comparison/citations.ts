/**
 * Whether the editions that the reviewer cites were in force on the day of the UR decision.
 * The windows are those of the rule files: an edition that no rule file knows is not judged.
 */
import type { CitedSource } from '../document/imr-document.js';
import type { Finding } from '../vocabulary/decision.js';
import type { RuleSet } from '../vocabulary/rule.js';

/** @param cited what the reviewer cites */
export function citationsOutOfForce(
  cited: readonly Pick<CitedSource, 'title' | 'year' | 'quote'>[],
  urDate: string | null,
  rules: RuleSet,
): Finding[] {
  if (urDate === null || urDate.length < 10) return [];
  const findings: Finding[] = [];
  for (const { title, year, quote } of cited) {
    const known = rules.rules.filter(
      (rule) => rule.citation.edition === year && names(rule.citation.source, title),
    );
    if (
      known.length === 0 ||
      known.some(
        ({ effective }) =>
          effective.from <= urDate && (effective.until === null || urDate <= effective.until),
      )
    )
      continue;
    const { from, until } = (known[0] as (typeof known)[number]).effective;
    findings.push({
      code: 'citation-out-of-force',
      message: `\`${title} ${year}\` was in force from ${from}${until === null ? '' : ` until ${until}`}, not on ${urDate}`,
      hint: null,
      quotes: [quote],
    });
  }
  return findings;
}

/** True if a rule's source is the cited title, with or without the name of the collection before it. */
function names(source: string, title: string): boolean {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  const a = plain(source);
  const b = plain(title);
  return b.length > 0 && (a === b || a.endsWith(` ${b}`));
}
