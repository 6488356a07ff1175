import { testReading } from './fact-test.js';
import { otherReadings } from './other-readings.js';
import { verdictIf } from './verdict.js';
/** More what-ifs than any real rule needs; keeps a huge rule from taking long. */
const MOST_PAIRS = 20_000;
const MOST_SHOWN = 12;
/**
 * @param held the rules that govern together; usually one
 * @returns in the order of the rule file, each turning to a settled decision other than the present one
 */
export function turningPoints(held, combine) {
    const present = combine(held.map((one) => one.decision));
    const changes = possibleChanges(held);
    const found = [];
    const attempt = (...tried) => {
        const decision = decideWith(held, tried, combine);
        if (decision === present || decision === 'undetermined')
            return;
        found.push({ decision, changes: tried.map(({ fact, criterion, to }) => ({ fact, criterion, to })) });
    };
    for (const change of changes)
        attempt(change);
    if (found.length > 0)
        return found.slice(0, MOST_SHOWN);
    let pairs = 0;
    for (const [i, first] of changes.entries()) {
        for (const second of changes.slice(i + 1)) {
            if (second.fact === first.fact)
                continue;
            if (++pairs > MOST_PAIRS || found.length >= MOST_SHOWN)
                return found;
            attempt(first, second);
        }
    }
    return found;
}
function decideWith(held, changes, combine) {
    const decisions = held.map((one, rule) => {
        const statuses = [...one.testStatuses];
        for (const { effects } of changes) {
            for (const effect of effects)
                if (effect.rule === rule)
                    statuses[effect.test] = effect.status;
        }
        return verdictIf(one.flat, statuses);
    });
    return combine(decisions);
}
/** Every change that makes a difference to some test, each difference once, in the order of the files. */
function possibleChanges(held) {
    const sites = new Map();
    held.forEach(({ flat, testStatuses }, rule) => {
        flat.tests.forEach((criterion, test) => {
            const site = { rule, test, criterion, now: testStatuses[test] ?? 'undetermined' };
            const known = sites.get(criterion.fact);
            if (known)
                known.push(site);
            else
                sites.set(criterion.fact, [site]);
        });
    });
    return [...sites].flatMap(([fact, places]) => {
        const seen = new Set([places.map((site) => site.now).join()]);
        const others = otherReadings(fact, places.map((site) => site.criterion));
        return others.flatMap((other) => {
            const statuses = places.map((site) => statusWith(site.criterion, other));
            if (seen.has(statuses.join()))
                return [];
            seen.add(statuses.join());
            const changed = places.findIndex((site, i) => site.now !== statuses[i]);
            const effects = places.map(({ rule, test }, i) => ({
                rule,
                test,
                status: statuses[i] ?? 'undetermined',
            }));
            return [{ fact, criterion: places[changed]?.criterion.id ?? '', to: other.to, effects }];
        });
    });
}
function statusWith(criterion, other) {
    return testReading(criterion, other.reading).status;
}
