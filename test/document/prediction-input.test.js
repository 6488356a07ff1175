import { expect, it } from 'vitest';
import { predictionInput } from '../../src/document/prediction-input.js';
import { issuesPart2015, letter2015, parse, SUMMARY, summaryPart } from './letters.js';
const ISSUES = [{ request: 'A wheel', outcome: 'Upheld', rationale: 'The wheel is not needed.' }];
it('holds the summary, the requests and the UR date, and no word of a determination', () => {
    const document = parse(letter2015(ISSUES));
    const input = predictionInput(document);
    expect(Object.keys(input).sort()).toEqual(['headerUrDate', 'requests', 'source', 'summary']);
    expect(input.summary).toEqual(document.summary);
    expect(input.requests.map(({ text }) => text)).toEqual(['A wheel']);
    expect(input.headerUrDate).toBe('2015-10-05');
});
it('has no UR date from behind the summary', () => {
    const text = `${summaryPart(SUMMARY)}${issuesPart2015(ISSUES)}\nNOTICE OF INDEPENDENT MEDICAL REVIEW DETERMINATION\nUR Denial Date: 10/05/2015`;
    expect(parse(text).header.urDate?.value).toBe('2015-10-05');
    expect(predictionInput(parse(text)).headerUrDate).toBeNull();
});
it('of a text that is no letter is empty', () => {
    expect(predictionInput(parse('Dear sir'))).toMatchObject({
        summary: null,
        requests: [],
        headerUrDate: null,
    });
});
