/**
 * Services of a letter that go with others of it: therapy after an operation, supplies of a unit. In: the services of
 * all requests. Not here: deciding them in turn (see `decide-services.ts`).
 */
import type { Service } from '../vocabulary/service.js';

/** What other services call one that they go with: an operation is `surgery`; null if they call it by its family. */
export type CalledAs = (service: Pick<Service, 'family' | 'modifiers'>) => string | null;

/** Qualifier that says which operation a service is, or goes with. */
const OPERATION = 'operation';

/** The services that one goes with: those of its own region, if there are any. */
export function hostsOf(
  { parent, region }: Service,
  all: readonly Service[],
  calledAs: CalledAs,
): readonly Service[] {
  const isHost = (other: Service): boolean =>
    other.parent === null && (other.family === parent || calledAs(other) === parent);
  const hosts = parent === null ? [] : all.filter(isHost);
  const here = hosts.filter((host) => host.region === region);
  return here.length > 0 ? here : hosts;
}

/** The services, each of which says which operation it goes with, unless its own line does: that which the letter asks for. */
export function withOperations(
  requests: readonly (readonly Service[])[],
  calledAs: CalledAs,
): readonly (readonly Service[])[] {
  const all = requests.flat();
  return requests.map((services) =>
    services.map((service) => {
      const operation = operationOf(hostsOf(service, all, calledAs));
      if (operation === null) return service;
      return { ...service, modifiers: { [OPERATION]: operation, ...service.modifiers } };
    }),
  );
}

/** Which operation the hosts are; of several the one named last, as a decompression is named before its fusion. */
function operationOf(hosts: readonly Service[]): string | null {
  const named = hosts.map(({ modifiers }) => modifiers[OPERATION]).filter((name) => typeof name === 'string');
  return named.at(-1) ?? null;
}
