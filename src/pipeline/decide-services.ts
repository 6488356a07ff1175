/**
 * The services of all requests of a letter -> their decisions. What goes with another service of the letter, such as
 * therapy after an operation, is decided after that one, knowing whether it is necessary: `req_parent_necessary`.
 * Not here: how one service is decided (`decision/decide.ts`), how decisions make an outcome.
 */
import type { Decision } from '../vocabulary/decision.js';
import type { Service } from '../vocabulary/service.js';
import { type CalledAs, hostsOf } from './host-services.js';

/** As much of a decision as others depend on. */
type Decided = Pick<Decision, 'decision'>;

/** Qualifier of a request that says whether the service that it goes with is necessary; left out while that is open. */
export const PARENT_NECESSARY = 'parent_necessary';

/** Decides the services of each request. @returns decisions in the order of the services */
export async function decideServices<D extends Decided>(
  requests: readonly (readonly Service[])[],
  decide: (service: Service) => Promise<D>,
  calledAs: CalledAs,
): Promise<D[][]> {
  const all = requests.flat();
  const known = new Map<Service, D>();
  for (const service of all)
    if (hostsOf(service, all, calledAs).length === 0) known.set(service, await decide(service));
  for (const service of all) {
    if (known.has(service)) continue;
    const hosts = hostsOf(service, all, calledAs).flatMap((host) => known.get(host) ?? []);
    known.set(service, await decide(withParent(service, isNecessary(hosts))));
  }
  return requests.map((services) => services.flatMap((service) => known.get(service) ?? []));
}

/** One host that is necessary is enough; null while that is open. */
function isNecessary(hosts: readonly Decided[]): boolean | null {
  if (hosts.some(({ decision }) => decision === 'medically-necessary')) return true;
  return hosts.every(({ decision }) => decision === 'not-medically-necessary') ? false : null;
}

function withParent(service: Service, necessary: boolean | null): Service {
  if (necessary === null) return service;
  return { ...service, modifiers: { ...service.modifiers, [PARENT_NECESSARY]: necessary } };
}
