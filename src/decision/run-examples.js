import { decide } from './decide.js';
/** Runs the examples of every rule; no problem means that every rule does what its author wrote down. */
export async function runExamples(rules, files) {
    const problems = [];
    const byRule = new Map(files.map((file) => [file.rule, file]));
    for (const rule of rules.rules) {
        const file = byRule.get(rule.id);
        if (file === undefined) {
            const help = `write \`${rule.id}.examples.yaml\` beside it`;
            problems.push(missing(rule, `the rule \`${rule.id}\` has no examples`, help));
            continue;
        }
        for (const end of endsOf(rule)) {
            if (file.examples.some((example) => example.expect === end))
                continue;
            problems.push(missing(rule, `the rule \`${rule.id}\` has no example that is ${end}`));
        }
        const alone = { rules: [rule] };
        for (const example of file.examples)
            problems.push(...(await runExample(alone, rule, example)));
    }
    return problems;
}
/** What a rule must have an example of: everything that it can come to. */
function endsOf(rule) {
    const hasStops = rule.exclusions !== null || rule.limits !== null;
    if (rule.decision === rule.otherwise && !hasStops)
        return ['met'];
    const canFail = rule.otherwise !== 'undetermined' || hasStops;
    return canFail ? ['met', 'not-met', 'undetermined'] : ['met', 'undetermined'];
}
function missing({ place }, message, help) {
    return { code: 'missing-examples', place, message, ...(help === undefined ? {} : { help }) };
}
async function runExample(alone, rule, example) {
    const decision = await decide(example.service, exampleFacts(example.readings), example.date, alone);
    const got = endOf(rule, decision);
    const by = decision.decidedBy.length > 0 ? `, decided by ${list(decision.decidedBy)}` : '';
    const fail = (message) => [
        { code: 'failing-example', place: example.place, message: `the example \`${example.name}\` ${message}` },
    ];
    if (got !== example.expect)
        return fail(`expects ${example.expect}, but the rule comes to ${got}${by}`);
    const wanted = example.decidedBy;
    if (wanted === null ||
        (wanted.length === decision.decidedBy.length && wanted.every((id) => decision.decidedBy.includes(id)))) {
        return [];
    }
    return fail(`expects to be decided by ${list(wanted)}, but it is decided by ${list(decision.decidedBy)}`);
}
/** What the rule came to, in the words of an example. */
function endOf(rule, decision) {
    const trace = decision.rules[0];
    if (trace === undefined)
        return 'silent';
    if (trace.passedOver === 'not-in-force')
        return 'out of force';
    if (trace.passedOver !== null)
        return 'silent';
    if (decision.decision === 'undetermined')
        return 'undetermined';
    return decision.decision === rule.decision ? 'met' : 'not-met';
}
/** The facts that an example states; every other fact is not documented. */
export function exampleFacts(readings) {
    const known = new Map(readings.map((reading) => [reading.fact, reading]));
    return {
        ask: (fact) => known.get(fact) ?? { fact, status: 'not-documented', value: null, gap: false, because: '', facts: [] },
    };
}
function list(ids) {
    return ids.length === 0 ? 'nothing' : ids.map((id) => `\`${id}\``).join(', ');
}
