/**
 * Evaluates a rule's trees with json-rules-engine, which knows only true and false.
 * Each tree is given to the engine twice: `low`, where every undetermined test fails, and `high`, where every one
 * passes; `not` is pushed down to the tests first, so both runs are monotone. Equal results are settled, unequal
 * ones undetermined: strong Kleene logic out of two-valued runs.
 * Quirks of the engine (7.3) that shape this: an unset fact makes negated tests true, so every fact is passed; a
 * root must be a group; it has no counting group, so members of `at-least` are rules of their own that run first
 * and are tallied; runs of one engine at the same time cut each other short, so they queue.
 */
import { Engine } from 'json-rules-engine';
import { neededCount } from './three-values.js';
const EVENT = { type: 'evaluated' };
export class EngineBracket {
    #flat;
    #engine;
    #negated = new Map();
    #lastRun = Promise.resolve();
    constructor(flat) {
        this.#flat = flat;
        this.#engine = new Engine();
        for (const side of ['low', 'high']) {
            for (const root of [flat.addresses, flat.criteria, flat.exclusions, flat.limits]) {
                if (root === null)
                    continue;
                const condition = this.#compile(root, false, side, 2);
                this.#engine.addRule({
                    name: `root ${root}`,
                    conditions: { all: [condition] },
                    event: EVENT,
                    priority: 1,
                });
            }
        }
    }
    /**
     * The status of every node of the rule.
     * @param tests one per test, in the order of the flat rule
     */
    async settle(tests) {
        const facts = {};
        this.#flat.testPositions.forEach((position, i) => {
            facts[factName(position)] = tests[i] ?? 'undetermined';
        });
        const run = this.#lastRun.then(() => this.#engine.run(facts));
        this.#lastRun = run.catch(() => undefined);
        try {
            const { results, failureResults } = await run;
            const passed = new Map();
            for (const { conditions } of [...results, ...failureResults])
                collect(conditions, passed);
            return this.#flat.nodes.map((_node, position) => this.#bracket(position, passed));
        }
        catch (cause) {
            throw new Error(`the engine failed on rule \`${this.#flat.rule.id}\``, { cause });
        }
    }
    #bracket(position, passed) {
        const low = passed.get(nodeName('low', position));
        const high = passed.get(nodeName('high', position));
        if (low === undefined || high === undefined)
            throw new Error(`node ${position} was not evaluated`);
        if (low !== high)
            return 'undetermined';
        return low !== (this.#negated.get(position) ?? false) ? 'met' : 'not-met';
    }
    /** A condition that holds when the node is met, or not met if `negated`. */
    #compile(position, negated, side, priority) {
        const node = this.#flat.nodes[position];
        if (node === undefined)
            throw new Error(`no node ${position}`);
        this.#negated.set(position, negated);
        const name = nodeName(side, position);
        const { criterion, members } = node;
        if (criterion.kind === 'test') {
            const wanted = negated ? 'not-met' : 'met';
            const value = side === 'low' ? [wanted] : [wanted, 'undetermined'];
            return { name, fact: factName(position), operator: 'in', value };
        }
        const negateMembers = criterion.kind === 'not' ? !negated : negated;
        if (criterion.kind !== 'at-least') {
            const conditions = members.map((member) => this.#compile(member, negateMembers, side, priority));
            const isAny = (criterion.kind === 'any') !== negated && criterion.kind !== 'not';
            return isAny ? { name, any: conditions } : { name, all: conditions };
        }
        const needed = neededCount('at-least', criterion.count, members.length);
        const tally = `tally ${name}`;
        this.#addTally(tally, members, negateMembers, side, priority);
        const value = negated ? members.length - needed + 1 : needed;
        return { name, fact: tally, operator: 'greaterThanInclusive', value };
    }
    /** Rules that run before the tree and leave in a fact how many of the members hold. */
    #addTally(tally, members, negated, side, priority) {
        const marks = members.map((member) => `${tally} ${member}`);
        members.forEach((member, i) => {
            const mark = marks[i] ?? '';
            const conditions = { all: [this.#compile(member, negated, side, priority + 1)] };
            const onSuccess = (_event, almanac) => almanac.addRuntimeFact(mark, 1);
            const rule = { name: mark, conditions, event: EVENT, priority, onSuccess };
            this.#engine.addFact(mark, 0);
            this.#engine.addRule(rule);
        });
        const count = async (_params, almanac) => {
            const values = await Promise.all(marks.map((mark) => almanac.factValue(mark)));
            return values.reduce((sum, value) => sum + value, 0);
        };
        this.#engine.addFact(tally, count, { cache: false });
    }
}
function factName(position) {
    return `test ${position}`;
}
function nodeName(side, position) {
    return `${side} ${position}`;
}
/** Reads the result of every named condition out of an evaluated tree. */
function collect(condition, passed) {
    const { name, result, all, any } = condition;
    if (name !== undefined && result !== undefined)
        passed.set(name, result);
    for (const member of all ?? any ?? [])
        collect(member, passed);
}
