/**
 * @param summary the facts of the case summary
 * @param regions the body regions of the services, for claims that name none
 */
export function contradictionsWithSummary(rationale, summary, regions, lexicon) {
    const findings = [];
    for (const claim of rationale.claims) {
        if (!lexicon.claims.facts.has(claim.fact.fact))
            continue;
        const found = deniedButDocumented(claim, summary, regions) ?? documentedElsewhereOnly(claim, summary, regions, lexicon);
        if (found)
            findings.push(found);
    }
    return findings.filter((one, i) => findings.findIndex((other) => other.message === one.message) === i);
}
/** The rationale says that something is not so, or not documented; the summary documents it, and nowhere denies it. */
function deniedButDocumented(claim, summary, regions) {
    const { fact } = claim;
    if (fact.status !== 'absent' && fact.status !== 'gap')
        return null;
    const about = fact.region === null ? regions : [fact.region];
    const same = summary.filter((one) => one.fact === fact.fact && (one.region === null || about.length === 0 || about.includes(one.region)));
    const documented = same.find((one) => one.status === 'present');
    if (!documented || same.some((one) => one.status === 'absent' || one.status === 'uncertain'))
        return null;
    const denies = fact.status === 'gap' ? 'says that it is not documented' : 'denies it';
    return finding(claim, documented, `the summary documents ${readable(fact.fact)}, the rationale ${denies}`);
}
/** The rationale counts on something of one region that the summary documents for other regions only. */
function documentedElsewhereOnly(claim, summary, regions, lexicon) {
    const { fact } = claim;
    if (fact.status !== 'present' || !lexicon.claims.byRegion.has(fact.fact))
        return null;
    const present = summary.filter((one) => one.fact === fact.fact && one.status === 'present' && one.region !== null);
    const about = fact.region === null ? regions : [fact.region];
    const missing = about.filter((region) => regions.includes(region) && !present.some((one) => one.region === region));
    const elsewhere = present.find((one) => !missing.includes(one.region ?? ''));
    if (missing.length === 0 || !elsewhere || summary.some((one) => one.fact === fact.fact && one.region === null && one.status === 'present'))
        return null;
    const where = missing.map(readable).join(' and ');
    return finding(claim, elsewhere, `the rationale relies on ${readable(fact.fact)} for the ${where}, the summary documents it for the ${readable(elsewhere.region ?? '')} only`);
}
function finding(claim, documented, message) {
    const quotes = [claim.sentence, documented.evidence[0] ?? claim.sentence];
    return { code: 'rationale-contradicts-summary', message, hint: null, quotes };
}
const readable = (id) => id.replaceAll('_', ' ');
