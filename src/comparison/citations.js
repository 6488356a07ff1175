export function citationsOutOfForce(determination, urDate, rules) {
    if (urDate === null || urDate.length < 10)
        return [];
    const findings = [];
    for (const cited of determination.reviewer?.sources ?? []) {
        const known = rules.rules.filter((rule) => rule.citation.edition === cited.year && names(rule.citation.source, cited.title));
        if (known.length === 0 || known.some(({ effective }) => effective.from <= urDate && (effective.until === null || urDate <= effective.until)))
            continue;
        const { from, until } = known[0].effective;
        findings.push({
            code: 'citation-out-of-force',
            message: `\`${cited.title} ${cited.year}\` was in force from ${from}${until === null ? '' : ` until ${until}`}, not on ${urDate}`,
            hint: null,
            quotes: [cited.quote],
        });
    }
    return findings;
}
/** True if a rule's source is the cited title, with or without the name of the collection before it. */
function names(source, title) {
    const plain = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();
    const a = plain(source);
    const b = plain(title);
    return b.length > 0 && (a === b || a.endsWith(` ${b}`));
}
