/**
 * The cases that `necessity rules impact` decides twice: letters, which are read, or a store, whose letters were.
 */
import { readLetters } from '../files/read-letters.js';
import { impactOf, impactOfDecided } from '../history/impact.js';
import { casePair } from '../history/letter-source.js';
import type { CasePair } from '../history/past-cases.js';
import type { Knowledge } from '../pipeline/knowledge.js';
import { isStoreFile } from '../store/database.js';
import { decideTwice } from '../store/decide-twice.js';
import { inspectStore, metaOf } from '../store/store.js';
import { StoreError } from '../store/store-error.js';
import type { DecidedPair, Impact } from '../vocabulary/impact.js';
import type { RuleSet } from '../vocabulary/rule.js';
import type { RuleVersion } from './checked-folder.js';
import { problemIn } from './compared-letters.js';
import { programVersion } from './program-version.js';
import { type Session, textOfSource } from './session.js';

/** What became of a corpus that was decided twice. */
export interface Deciding {
  readonly found: Impact;
  /** Inputs that could not be read, or that lack what a prediction needs. */
  readonly unread: number;
}

/** One side of a comparison that can be used. */
export type UsableRules = Exclude<RuleVersion, { readonly exit: unknown }>;

/** The store among the paths of a corpus, if there is one. @throws {StoreError} if other paths stand beside it */
export async function storeAmong(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) {
    if (!(await isStoreFile(path))) continue;
    if (paths.length === 1) return path;
    throw new StoreError(path, 'a store stands for a whole corpus', 'name it alone, or name letters');
  }
  return null;
}

/** Decides the letters of a corpus by both sides. @param was @param is knowledge made of the two sides */
export async function decideLetters(
  paths: readonly string[],
  was: Knowledge,
  is: Knowledge,
  session: Session,
): Promise<Deciding> {
  const pairs = new LetterPairs(paths, was, is, session);
  const found = await impactOf(pairs, was.rules, is.rules);
  return { found, unread: pairs.unread };
}

/** Decides the letters of a store by both sides. @throws {StoreError} if that would not be what letters come to */
export async function decideStored(
  store: string,
  before: UsableRules,
  after: UsableRules,
  session: Session,
): Promise<Deciding> {
  await refuseOtherReading(store, before, after);
  const { services } = after.knowledge();
  const pairs = new StoredPairs(store, before.checked.rules, after.checked.rules, { services }, session);
  const found = await impactOfDecided(pairs);
  return { found, unread: pairs.unread };
}

/** Stored facts are those that one lexicon and one version of the program read. */
async function refuseOtherReading(store: string, before: UsableRules, after: UsableRules): Promise<void> {
  const [was, is] = [before, after].map(({ checked }) => metaOf(checked, programVersion()));
  if (was?.lexicon !== is?.lexicon) {
    const message = `the lexicon of ${after.name} is not that of ${before.name}, so each reads letters in its own way`;
    throw new StoreError(store, message, 'name the letters instead of a store');
  }
  const meta = (await inspectStore(store))?.meta;
  const again = 'name the letters, or bring the store up to date by `necessity compare LETTERS --store FILE`';
  if (meta?.lexicon !== is?.lexicon) {
    throw new StoreError(store, 'its letters were read with another lexicon than that of the rules', again);
  }
  if (meta?.program !== is?.program) {
    const message = `its letters were read by version ${meta?.program} of this program, which is ${is?.program} now`;
    throw new StoreError(store, message, again);
  }
}

/** The letters of a corpus as cases; what cannot be read is told, counted and passed. */
class LetterPairs implements AsyncIterable<CasePair> {
  unread = 0;
  readonly #paths: readonly string[];
  readonly #before: Knowledge;
  readonly #after: Knowledge;
  readonly #session: Session;

  constructor(paths: readonly string[], before: Knowledge, after: Knowledge, session: Session) {
    this.#paths = paths;
    this.#before = before;
    this.#after = after;
    this.#session = session;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<CasePair> {
    for await (const { source, problems } of readLetters(this.#paths, process.stdin)) {
      const read = source && casePair(source, this.#before, this.#after);
      const all = [...problems, ...(read?.diagnostics ?? [])];
      await this.#session.tell(all, textOfSource(source));
      if (all.some((problem) => problem.severity === 'error')) this.unread += 1;
      if (read) yield read;
    }
  }
}

/** The letters of a store, decided; what could not be read is told and counted, as it was when it was read. */
class StoredPairs implements AsyncIterable<DecidedPair> {
  unread = 0;
  readonly #store: string;
  readonly #before: RuleSet;
  readonly #after: RuleSet;
  readonly #knowledge: Pick<Knowledge, 'services'>;
  readonly #session: Session;

  constructor(
    store: string,
    before: RuleSet,
    after: RuleSet,
    knowledge: Pick<Knowledge, 'services'>,
    session: Session,
  ) {
    this.#store = store;
    this.#before = before;
    this.#after = after;
    this.#knowledge = knowledge;
    this.#session = session;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<DecidedPair> {
    const letters = decideTwice(this.#store, this.#before, this.#after, this.#knowledge);
    for await (const { document, problems, decided } of letters) {
      const told = problems.map((one) => problemIn(document, one));
      await this.#session.tell(told);
      if (told.some(({ severity }) => severity === 'error')) this.unread += 1;
      if (decided) yield decided;
    }
  }
}
