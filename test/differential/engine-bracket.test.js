/** The engine's bracket against a plain fold, and both against every completion of the unknowns. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EngineBracket } from '../../src/decision/engine-bracket.js';
import { flattenRule, foldStatuses } from '../../src/decision/flat-rule.js';
import { verdictIf, verdictOf } from '../../src/decision/verdict.js';
import { anyRule, anyStatus, anyTree, group, presentTest, ruleOf } from '../helpers/arbitrary-rules.js';
const withStatuses = fc
    .tuple(anyRule(), fc.array(anyStatus, { minLength: 40, maxLength: 40 }))
    .map(([rule, pool]) => {
    const flat = flattenRule(rule);
    return {
        flat,
        tests: flat.tests.map((_test, i) => pool[i % pool.length] ?? 'undetermined'),
    };
});
/** Every way to settle the undetermined tests; the same test in two places counts as two. */
function completions(tests) {
    return tests.reduce((done, status) => {
        const options = status === 'undetermined' ? ['met', 'not-met'] : [status];
        return done.flatMap((one) => options.map((option) => [...one, option]));
    }, [[]]);
}
const unknowns = (tests) => tests.filter((status) => status === 'undetermined').length;
describe('the engine', () => {
    it('gives every node of every rule the status that the plain fold gives', async () => {
        await fc.assert(fc.asyncProperty(withStatuses, async ({ flat, tests }) => {
            expect(await new EngineBracket(flat).settle(tests)).toEqual(foldStatuses(flat, tests));
        }), { numRuns: 150 });
    });
    it('keeps runs apart that are asked for at the same time', async () => {
        const flat = flattenRule(ruleOf(group('at-least', ['a', 'b', 'c'].map((name) => presentTest(name)), 2)));
        const engine = new EngineBracket(flat);
        const asked = completions(['undetermined', 'undetermined', 'undetermined']);
        const settled = await Promise.all(asked.map((tests) => engine.settle(tests)));
        expect(settled).toEqual(asked.map((tests) => foldStatuses(flat, tests)));
    });
});
describe('a settled status', () => {
    it('is that of every completion, for a tree in which no test stands twice', () => {
        fc.assert(fc.property(withStatuses, ({ flat, tests }) => {
            fc.pre(unknowns(tests) <= 6);
            const statuses = foldStatuses(flat, tests);
            const all = completions(tests).map((one) => foldStatuses(flat, one));
            statuses.forEach((status, node) => {
                const seen = new Set(all.map((one) => one[node]));
                expect(status).toBe(seen.size === 1 ? [...seen][0] : 'undetermined');
            });
        }));
    });
    it('and a settled verdict never change when an unknown is learned', () => {
        fc.assert(fc.property(withStatuses, fc.nat(), fc.constantFrom('met', 'not-met'), ({ flat, tests }, at, learned) => {
            const open = tests.flatMap((status, i) => (status === 'undetermined' ? [i] : []));
            fc.pre(open.length > 0);
            const after = [...tests];
            after[open[at % open.length] ?? 0] = learned;
            const before = foldStatuses(flat, tests);
            foldStatuses(flat, after).forEach((status, node) => {
                if (before[node] !== 'undetermined')
                    expect(status).toBe(before[node]);
            });
            const verdict = verdictOf(flat, before);
            if (verdict !== 'undetermined')
                expect(verdictIf(flat, after)).toBe(verdict);
        }));
    });
    it('does not depend on the order inside groups', () => {
        fc.assert(fc.property(anyTree(), fc.array(anyStatus, { minLength: 6, maxLength: 6 }), (tree, answers) => {
            const status = (criterion) => {
                const flat = flattenRule(ruleOf(criterion));
                return foldStatuses(flat, testsFrom(flat, answers))[flat.criteria];
            };
            expect(status(reversed(tree))).toBe(status(tree));
        }));
    });
});
function testsFrom(flat, answers) {
    return flat.tests.map((test) => answers[Number(test.fact.slice(1))] ?? 'undetermined');
}
function reversed(criterion) {
    if (criterion.kind === 'test')
        return criterion;
    return { ...criterion, members: [...criterion.members].reverse().map(reversed) };
}
