/**
 * Services of a letter that go with others of it: therapy after an operation, supplies of a unit. In: the services of
 * all requests. Not here: deciding them in turn (see `decide-services.ts`).
 */
import type { Service } from '../vocabulary/service.js';

/** What other services call one that they go with: an operation is `surgery`; null if they call it by its family. */
export type CalledAs = (service: Pick<Service, 'family' | 'modifiers'>) => string | null;

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

/**
 * The services, with what those that go with others have from them: the therapy says which operation it is after.
 * @param fromHosts the qualifiers that are so had; what the own line of a service says stands
 */
export function withHostQualifiers(
  requests: readonly (readonly Service[])[],
  calledAs: CalledAs,
  fromHosts: readonly string[],
): readonly (readonly Service[])[] {
  const all = requests.flat();
  return requests.map((services) =>
    services.map((service) => {
      const hosts = hostsOf(service, all, calledAs);
      const had = fromHosts.flatMap((name) => {
        const value = lastOf(hosts, name);
        return value === null ? [] : [[name, value] as const];
      });
      return had.length === 0
        ? service
        : { ...service, modifiers: { ...Object.fromEntries(had), ...service.modifiers } };
    }),
  );
}

/** What the hosts have of a qualifier; of several the one named last, as a decompression is named before its fusion. */
function lastOf(hosts: readonly Service[], name: string): Service['modifiers'][string] | null {
  return hosts.map(({ modifiers }) => modifiers[name]).findLast((value) => value !== undefined) ?? null;
}
