/**
 * What the reader of units knows of a language, from the sections of a lexicon that say it.
 * Not here: what these sections look like in files (see `vocabulary/`).
 */
import type { UnitData, WordUse } from './unit.js';

/** Sections of a lexicon; each may be left out. */
export interface LanguageSections {
  readonly 'number-words'?: Readonly<Record<string, number>> | undefined;
  readonly abbreviations?: readonly string[] | undefined;
  readonly 'closing-abbreviations'?: readonly string[] | undefined;
  readonly 'level-columns'?: UnitData['columns'] | undefined;
  /** Words and marks by what they do. */
  readonly 'small-words'?: Readonly<Partial<Record<string, readonly string[]>>> | undefined;
  /** Words by what they do, with what they count. */
  readonly 'counting-words'?: Readonly<Partial<Record<string, Readonly<Record<string, number>>>>> | undefined;
}

/** The tables that texts are read with. */
export function unitData(sections: LanguageSections): UnitData {
  return {
    numbers: new Map(Object.entries(sections['number-words'] ?? {})),
    months: new Map(Object.entries(sections['counting-words']?.month ?? {})),
    abbreviations: new Set(sections.abbreviations),
    closing: new Set(sections['closing-abbreviations']),
    columns: sections['level-columns'] ?? [],
    none: sections['small-words']?.['answer-no']?.[0] ?? '',
    uses: usesByWord(sections),
  };
}

function usesByWord({
  'small-words': lists = {},
  'counting-words': counting = {},
}: LanguageSections): ReadonlyMap<string, WordUse> {
  const uses = new Map<string, { readonly roles: Set<string>; value: number }>();
  const useOf = (word: string): { readonly roles: Set<string>; value: number } => {
    const use = uses.get(word) ?? { roles: new Set<string>(), value: 0 };
    uses.set(word, use);
    return use;
  };
  for (const [role, words = []] of Object.entries(lists))
    for (const word of words) useOf(word).roles.add(role);
  for (const [role, values = {}] of Object.entries(counting))
    for (const [word, value] of Object.entries(values)) {
      const use = useOf(word);
      use.roles.add(role);
      use.value = value;
    }
  return uses;
}
