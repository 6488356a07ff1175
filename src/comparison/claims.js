import { extract } from '../facts/extract.js';
const GUIDELINE = 'guideline_talk';
const CASE = 'case_talk';
const UNMET = 'criteria_unmet';
const NECESSARY = 'concludes_necessary';
const UNNECESSARY = 'concludes_unnecessary';
/** Reads a rationale. @param reference as for `extractFacts` */
export function readRationale(source, span, lexicon, reference) {
    const { scan, mentions, facts } = extract(source, span, lexicon, reference);
    const sentences = scan.sentences.map((sentence) => ({ sentence, quote: sentenceQuote(sentence, scan), marks: marksOf(sentence, mentions) }));
    const claims = [];
    const named = [];
    for (const fact of facts) {
        for (const evidence of fact.evidence) {
            const home = sentences.find(({ quote }) => evidence.start >= quote.start && evidence.start < quote.end);
            if (!home)
                continue;
            const claim = { fact: { ...fact, evidence: [evidence] }, sentence: home.quote };
            const isAboutCase = home.marks.has(CASE) && !home.marks.has(GUIDELINE);
            (isAboutCase ? claims : named).push(claim);
        }
    }
    return { source, claims, named, unmet: marked(UNMET, scan, mentions), conclusions: conclusionsOf(scan, mentions) };
}
function marksOf(sentence, mentions) {
    const marks = new Set();
    for (const mention of mentions)
        if (mention.sentence === sentence && mention.concept.kind === 'marker')
            for (const name of mention.concept.names)
                marks.add(name);
    return marks;
}
function marked(name, scan, mentions) {
    return mentions
        .filter((mention) => mention.concept.names.has(name))
        .map((mention) => ({ sentence: sentenceQuote(mention.sentence, scan), words: wordsQuote(mention, scan) }));
}
function conclusionsOf(scan, mentions) {
    const both = [
        ...marked(NECESSARY, scan, mentions).map((one) => ({ ...one, necessary: true })),
        ...marked(UNNECESSARY, scan, mentions).map((one) => ({ ...one, necessary: false })),
    ];
    return both.sort((a, b) => a.words.start - b.words.start);
}
function sentenceQuote(sentence, scan) {
    const first = scan.units[sentence.from];
    const last = scan.units[sentence.to] ?? scan.units[sentence.to - 1];
    return scan.view.source.quote(scan.view.span(first?.start ?? 0, last?.end ?? 0));
}
function wordsQuote(mention, scan) {
    return scan.view.source.quote(scan.view.span(scan.units[mention.from]?.start ?? 0, scan.units[mention.to - 1]?.end ?? 0));
}
