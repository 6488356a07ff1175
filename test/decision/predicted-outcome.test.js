import { describe, expect, it } from 'vitest';
import { predictOutcome } from '../../src/decision/predicted-outcome.js';
const YES = { decision: 'medically-necessary' };
const NO = { decision: 'not-medically-necessary' };
const OPEN = { decision: 'undetermined' };
describe('the predicted outcome of an issue', () => {
    it.each([
        ['all services necessary', [YES, YES], 'overturned'],
        ['none necessary', [NO, NO], 'upheld'],
        ['services that differ', [YES, NO], 'overturned-in-part'],
        ['services that differ beside an open one', [YES, OPEN, NO], 'overturned-in-part'],
        ['an open service beside a necessary one', [YES, OPEN], 'undetermined'],
        ['an open service beside one that is not', [OPEN, NO], 'undetermined'],
        ['no service', [], 'undetermined'],
    ])('of %s', (_what, decisions, expected) => {
        expect(predictOutcome(decisions)).toBe(expected);
    });
});
