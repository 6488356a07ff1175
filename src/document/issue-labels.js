/**
 * Labels of the parts of an issue in the shapes of 2014 and 2015, by their words:
 * `Claims Administrator guideline:`, `MAXIMUS guideline:`, `Decision rationale:`, and the sentences
 * `The Claims Administrator based its decision on …`, `The Expert Reviewer based his/her decision on …`.
 */
/** In the order of the groups of `LABEL`. */
const GROUPS = [
    ['claimsAdministrator', true],
    ['reviewer', true],
    ['rationale', true],
    ['claimsAdministrator', false],
    ['reviewer', false],
];
const REVIEWER = '(?:Expert|Physician|Medical) ?Reviewer';
const VERB = '(?:based|did not|has not|relied|cited|used|found|provided|referenced)';
const LABEL = new RegExp([
    "((?:The )?Claims ?Administrator(?:'?s)? ?guidelines? ?:)",
    `((?:The )?(?:MAXIMUS|${REVIEWER})(?:'?s)? ?guidelines? ?:)`,
    `((?:The )?(?:${REVIEWER}'?s )?Decision ?(?:and )?rationale ?:)`,
    `(The Claims Administrator ${VERB}\\b)`,
    `(The ${REVIEWER} ${VERB}\\b)`,
].join('|'), 'gi');
/**
 * The labels between two offsets, in text order. Where guidelines have labels proper, sentences are no labels:
 * `MAXIMUS guideline: The Expert Reviewer did not base their decision on the MTUS.`
 */
export function findLabels(text, from, to) {
    const labels = [];
    for (const match of text.slice(from, to).matchAll(LABEL)) {
        const group = GROUPS.findIndex((_, i) => match[i + 1] !== undefined);
        const [part, isProper] = GROUPS[group];
        const start = from + match.index;
        labels.push({ part, isProper, start, end: isProper ? start + match[0].length : start });
    }
    const hasGuidelineLabels = labels.some((label) => label.isProper && label.part !== 'rationale');
    return hasGuidelineLabels ? labels.filter((label) => label.isProper) : labels;
}
