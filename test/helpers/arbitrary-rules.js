/** Arbitrary rules for properties: small trees over a few facts, built without YAML. */
import fc from 'fast-check';
const PLACE = { file: 'rules/any.yaml', span: { start: 0, end: 0 }, line: 1, column: 1 };
const CITATION = { source: 'Any Guideline', edition: '2004', section: null, pages: null };
export const STATUSES = ['met', 'not-met', 'undetermined'];
export const anyStatus = fc.constantFrom(...STATUSES);
export function presentTest(fact, more = {}) {
    return {
        kind: 'test',
        id: fact,
        fact,
        test: { operator: 'is', status: 'present' },
        whenNotDocumented: 'undetermined',
        whenUncertain: 'undetermined',
        because: `of ${fact}`,
        citation: null,
        confidence: 'domain-knowledge',
        place: PLACE,
        ...more,
    };
}
export function group(kind, members, count = null) {
    return { kind, id: null, because: null, count, members, place: PLACE };
}
export function ruleOf(criteria, more = {}) {
    return {
        id: 'any-rule',
        title: 'any rule',
        families: ['mri'],
        regions: null,
        modifiers: {},
        citation: CITATION,
        tier: 1,
        effective: { from: '2000-01-01', until: null },
        addresses: null,
        criteria,
        exclusions: null,
        limits: null,
        decision: 'medically-necessary',
        otherwise: 'not-medically-necessary',
        notes: null,
        place: PLACE,
        ...more,
    };
}
/** Trees of bounded size over the facts `f0`, `f1`, …; the same fact may stand in several places. */
export function anyTree(facts = 6) {
    const silence = fc.record({ whenNotDocumented: anyStatus, whenUncertain: anyStatus });
    const leaf = fc.tuple(fc.nat(facts - 1), silence).map(([n, more]) => presentTest(`f${n}`, more));
    const { tree } = fc.letrec((tie) => {
        const members = fc.array(tie('tree'), { minLength: 1, maxLength: 4 });
        return {
            tree: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, members.map((list) => group('all', list)), members.map((list) => group('any', list)), tie('tree').map((one) => group('not', [one])), fc.tuple(members, fc.nat(3)).map(([list, n]) => group('at-least', list, 1 + (n % list.length)))),
        };
    });
    return tree;
}
/** Rules with any parts and any ends. */
export function anyRule() {
    const part = (kind) => fc.option(fc.array(anyTree(), { minLength: 1, maxLength: 2 }).map((list) => group(kind, list)));
    const settled = fc.constantFrom('medically-necessary', 'not-medically-necessary');
    return fc
        .record({
        criteria: anyTree(),
        addresses: fc.option(anyTree()),
        exclusions: part('any'),
        limits: part('all'),
        decision: settled,
        otherwise: fc.oneof(settled, fc.constant('undetermined')),
    })
        .map(({ criteria, ...more }) => ruleOf(criteria, more));
}
