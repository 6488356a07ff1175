import { EngineBracket } from './engine-bracket.js';
import { flattenRule } from './flat-rule.js';
const MOST_REMEMBERED = 5000;
export class CompiledRule {
    flat;
    #engine;
    #settled = new BoundedMemo();
    constructor(rule) {
        this.flat = flattenRule(rule);
        this.#engine = new EngineBracket(this.flat);
    }
    /** Statuses of every node, at once where these statuses of the tests were seen before. */
    settle(key, tests) {
        const known = this.#settled.get(key);
        if (known !== undefined)
            return known;
        return this.#engine.settle(tests).then((statuses) => {
            this.#settled.set(key, statuses);
            return statuses;
        });
    }
}
/** A map that starts over when it is full: enough where a few keys make up nearly all asks. */
export class BoundedMemo {
    #known = new Map();
    get(key) {
        return this.#known.get(key);
    }
    set(key, value) {
        if (this.#known.size >= MOST_REMEMBERED)
            this.#known.clear();
        this.#known.set(key, value);
    }
}
