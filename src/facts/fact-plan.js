/**
 * Which facts a concept can give, looked up by concept: extraction visits only the facts that a mention may serve.
 * In: the fact definitions of the lexicon. Out: for each concept name the sources that name it.
 */
import { conceptsOf, mechanismOf } from '../vocabulary/fact-sources.js';
/** The sources of all facts by the concepts that they name. */
export function planFacts(facts) {
    const plan = new Map();
    for (const [fact, entry] of facts) {
        for (const source of entry.from ?? []) {
            const mechanism = mechanismOf(source);
            if (mechanism === null)
                continue;
            for (const [concept, item] of conceptsOf(source, mechanism)) {
                const planned = { fact, entry, mechanism, source, item };
                const known = plan.get(concept);
                if (known)
                    known.push(planned);
                else
                    plan.set(concept, [planned]);
            }
        }
    }
    return plan;
}
