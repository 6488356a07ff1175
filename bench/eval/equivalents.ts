/**
 * What counts as the same: names of service families, and body regions that are compatible.
 * In: the text of `equivalents.yaml`. Out: look-ups on it. No name of a family, region or fact stands in code.
 */
import { parse } from 'yaml';
import * as z from 'zod';

const regionsSchema = z.record(z.string(), z.string());

const equivalentsSchema = z.strictObject({
  'unspecific-regions': z.array(z.string()),
  joints: z.record(z.string(), z.array(z.string())),
  supply: regionsSchema,
  'nerve-facts': z.array(z.string()),
  families: z.record(z.string(), z.string()),
  'families-by-region': z.record(z.string(), z.record(z.string(), z.string())),
});

export class Equivalents {
  readonly #unspecific: ReadonlySet<string>;
  readonly #joints: ReadonlySet<string>;
  readonly #supply: ReadonlySet<string>;
  readonly #nerveFacts: ReadonlySet<string>;
  readonly #families: ReadonlyMap<string, string>;
  readonly #byRegion: ReadonlyMap<string, ReadonlyMap<string, string>>;

  private constructor(data: z.infer<typeof equivalentsSchema>) {
    const joints = Object.entries(data.joints).flatMap(([limb, parts]) => parts.map((part) => [limb, part]));
    const byRegion = Object.entries(data['families-by-region']);
    this.#unspecific = new Set(['', ...data['unspecific-regions']]);
    this.#joints = new Set(joints.map(([limb = '', joint = '']) => pairKey(limb, joint)));
    this.#supply = new Set(Object.entries(data.supply).map(([limb, spine]) => pairKey(limb, spine)));
    this.#nerveFacts = new Set(data['nerve-facts']);
    this.#families = new Map(Object.entries(data.families));
    this.#byRegion = new Map(byRegion.map(([region, names]) => [region, new Map(Object.entries(names))]));
  }

  /** @throws {Error} if the text is not YAML of the shape of `equivalents.yaml` */
  static parse(text: string): Equivalents {
    return new Equivalents(equivalentsSchema.parse(parse(text)));
  }

  /** The region, or null where it says no more than that. */
  region(name: string | null): string | null {
    return name === null || this.#unspecific.has(name) ? null : name;
  }

  /** Whether statements of a fact about two regions may be one statement. */
  isSameRegion(fact: string, one: string | null, other: string | null): boolean {
    const [a, b] = [this.region(one), this.region(other)];
    if (a === null || b === null || a === b) return true;
    const pair = pairKey(a, b);
    return this.#joints.has(pair) || (this.#nerveFacts.has(fact) && this.#supply.has(pair));
  }

  /** The usual name of a family. */
  family(name: string): string {
    return this.#families.get(name) ?? name;
  }

  /** The usual name of a family in a region. */
  familyIn(name: string, region: string | null): string {
    const family = this.family(name);
    return this.#byRegion.get(region ?? '')?.get(family) ?? family;
  }
}

/** The same key whichever comes first. */
function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
