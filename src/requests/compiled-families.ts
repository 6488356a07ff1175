/**
 * Service families with the habits of their group and their own in one record each.
 */
import type { LexiconFile } from '../vocabulary/lexicon.js';
import type { ServiceGroupEntry } from '../vocabulary/service-lexicon.js';

/** A family as request lines are read by it; what its own entry says goes before what its group says. */
export interface CompiledFamily {
  readonly name: string;
  readonly group: string;
  /** From where it takes a region; see the schema of groups. */
  readonly sited: ServiceGroupEntry['sited'] | null;
  /** When a service named on the same line is its parent; see the schema of groups. */
  readonly parent: ServiceGroupEntry['parent'] | null;
  /** What goes with another service on the line goes with this one. */
  readonly isHost: boolean;
  /** What services that go with it call it, besides its name. */
  readonly calledAs: string | null;
  readonly splitsByRegion: boolean;
  readonly splitsBySide: boolean;
  /** What several namings of it on a line are; see the schema of groups. */
  readonly namings: NonNullable<ServiceGroupEntry['namings']>;
  /** What bare figures count; null where the line must say it. */
  readonly unit: string | null;
  /** `2x6` is twice a week for six weeks. */
  readonly hasWeeklyGrid: boolean;
  /** Asked for by strength and number of pieces. */
  readonly isDosed: boolean;
  /** A length of time alone is how much is asked for. */
  readonly countsTime: boolean;
  /** A naming in the singular, and no number beside it, asks for one. */
  readonly isSingle: boolean;
  /** Region where the line names none. */
  readonly region: string | null;
  /** The only regions it can be about; null for any. */
  readonly regions: ReadonlySet<string> | null;
  /** Regions that mean others here. */
  readonly readsAs: ReadonlyMap<string, string>;
  /** Families that are part of this one when they are named beside it for the same region. */
  readonly absorbs: ReadonlySet<string>;
  /** The family that a qualifier turns this one into, by the name of the qualifier. */
  readonly becomes: ReadonlyMap<string, string>;
  /** What it goes with where the line does not say. */
  readonly serves: string | null;
}

/** The families of a lexicon by name. */
export function compileFamilies(lexicon: LexiconFile): ReadonlyMap<string, CompiledFamily> {
  const groups = lexicon['service-groups'] ?? {};
  return new Map(
    Object.entries(lexicon.families ?? {}).map(([name, family]) => {
      const group: Partial<ServiceGroupEntry> = groups[family.group] ?? {};
      const regions = family.regions ?? group.regions;
      return [
        name,
        {
          name,
          group: family.group,
          sited: group.sited ?? null,
          isHost: group.hosts ?? false,
          calledAs: group['called-as'] ?? null,
          parent: group.parent ?? null,
          splitsByRegion: group.split?.includes('region') ?? false,
          splitsBySide: group.split?.includes('side') ?? false,
          namings: group.namings ?? 'one',
          unit: group.unit ?? null,
          hasWeeklyGrid: group['weekly-grid'] ?? false,
          isDosed: group.dosed ?? false,
          isSingle: family.single ?? group.single ?? false,
          countsTime: group['counts-time'] ?? false,
          region: family.region ?? null,
          regions: regions ? new Set(regions) : null,
          readsAs: new Map(Object.entries(family['reads-as'] ?? {})),
          absorbs: new Set(family.absorbs ?? []),
          becomes: new Map(Object.entries(family.becomes ?? {})),
          serves: family.serves ?? null,
        },
      ];
    }),
  );
}
