import { testReading } from './fact-test.js';
import { partStatus } from './flat-rule.js';
import { isRequestFact, readRequest } from './request-readings.js';
import { verdictOf } from './verdict.js';
/** Asks each fact once, however many rules test it. */
export class Readings {
    #service;
    #facts;
    #known = new Map();
    constructor(service, facts) {
        this.#service = service;
        this.#facts = facts;
    }
    ask(fact) {
        const known = this.#known.get(fact);
        if (known !== undefined)
            return known;
        const reading = isRequestFact(fact)
            ? readRequest(fact, this.#service)
            : this.#facts.ask(fact, this.#service);
        this.#known.set(fact, reading);
        return reading;
    }
}
export async function holdRule(compiled, ask) {
    const { flat } = compiled;
    const readings = flat.tests.map((test) => ask.ask(test.fact));
    const tested = flat.tests.map((test, i) => testReading(test, readings[i]));
    const testStatuses = tested.map((one) => one.status);
    const key = tested.map((one, i) => letterOf(one, readings[i]?.status === 'not-documented')).join('');
    const settled = compiled.settle(key, testStatuses);
    const statuses = settled instanceof Promise ? await settled : settled;
    const addresses = partStatus(statuses, flat.addresses, 'met');
    const decision = verdictOf(flat, statuses);
    return { rule: flat.rule, flat, readings, tested, testStatuses, statuses, addresses, decision, key };
}
/** One letter for each state of a test that analyses tell apart: its status, and what that rests on. */
function letterOf({ status, assumed }, isSilent) {
    const letter = status === 'met' ? 'm' : status === 'not-met' ? 'n' : 'u';
    if (assumed === 'uncertain')
        return status === 'met' ? 'y' : 'z';
    return isSilent || assumed === 'not-documented' ? letter.toUpperCase() : letter;
}
