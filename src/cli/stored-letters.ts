/**
 * The letters of a comparison by way of a store: what changed since the last run is read, everything else is judged
 * from what is stored. A run that is stopped leaves what it read beside the store, to go on from.
 */
import { rm, stat } from 'node:fs/promises';
import { packHashes } from '../corpus/letter-hashes.js';
import { textHash } from '../corpus/read-letter.js';
import type { SpooledInput } from '../files/spool.js';
import { ownPath } from '../files/write-beside.js';
import type { CheckedLetter } from '../pipeline/check-letter.js';
import type { StorePlan } from '../store/build-store.js';
import type { EvaluatedLetter } from '../store/evaluate-store.js';
import { ShardWriter } from '../store/shard.js';
import {
  inspectStore,
  judgeStore,
  metaOf,
  openWorkFolder,
  type StoreState,
  workFolder,
  writeParquet,
} from '../store/store.js';
import { StoreError, storeTrouble } from '../store/store-error.js';
import { lockStore } from '../store/store-lock.js';
import type { StoreMeta } from '../store/store-meta.js';
import { storedLetters } from '../store/stored-facts.js';
import { canResume, writeManifest } from '../store/work-manifest.js';
import type { BlockResult, WorkerSetup } from '../workers/block-task.js';
import type { RulesForLetters } from './checked-folder.js';
import {
  type ComparedInput,
  type LetterSource,
  problemIn,
  type ReadingOptions,
  readAgain,
} from './compared-letters.js';
import { programVersion } from './program-version.js';
import { readInParallel, spoolIfNamed } from './read-in-parallel.js';
import type { Session } from './session.js';

/** How letters are read, and what is kept of them where. */
export interface StoreOptions extends ReadingOptions {
  /** Path of the store, which is made where there is none. */
  readonly store: string;
  /** Folder for the tables of the store as Parquet files; undefined for none. */
  readonly parquet?: string | undefined;
  /** Goes on from what a stopped run left beside the store; if it left nothing, all is read, and that is told. */
  readonly resume?: boolean | undefined;
}

/** @throws {StoreError | SpoolError} */
export async function storedSource(
  paths: readonly string[],
  rules: RulesForLetters,
  options: StoreOptions,
  session: Session,
): Promise<LetterSource> {
  const { signal } = options;
  const store = await ownPath(options.store);
  const unlock = await lockStore(store);
  let spooled: SpooledInput | null = null;
  try {
    spooled = await spoolIfNamed(paths, signal);
    const run = new StoreRun(paths, rules, { ...options, store }, spooled, session);
    return {
      letters: () => run.letters(),
      again: (documents) =>
        paths.length === 0
          ? readNamed(store, documents, signal, rules)
          : readAgain(paths, documents, { spooled, signal }, rules.knowledge),
      facts: async (documents) =>
        new Map([...(await storedLetters(store, documents))].map(([name, { facts }]) => [name, facts])),
      close: async () => {
        await spooled?.remove();
        await unlock();
      },
    };
  } catch (cause) {
    await spooled?.remove();
    await unlock();
    throw cause;
  }
}

/**
 * Letters of a store whose files are where they were, and hold what was read then. Those that came from somewhere else,
 * such as records, are missing.
 */
async function readNamed(
  store: string,
  documents: ReadonlySet<string>,
  signal: AbortSignal,
  { knowledge }: RulesForLetters,
): Promise<ReadonlyMap<string, CheckedLetter>> {
  const [known, files] = [await storedLetters(store, documents), await filesAmong(documents)];
  const read = await readAgain(files, new Set(files), { spooled: null, signal }, knowledge);
  return new Map(
    [...read].filter(([name, { document }]) => textHash(document.source.text) === known.get(name)?.hash),
  );
}

async function filesAmong(names: ReadonlySet<string>): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of names) {
    const isFile = await stat(name).then(
      (one) => one.isFile(),
      () => false,
    );
    if (isFile) found.push(name);
  }
  return found;
}

type Blocks = StorePlan['blocks'];

class StoreRun {
  readonly #paths: readonly string[];
  readonly #rules: RulesForLetters;
  readonly #options: StoreOptions;
  readonly #spooled: SpooledInput | null;
  readonly #session: Session;
  readonly #meta: StoreMeta;
  /** Whether any letter of the paths could be read, now or for the store. */
  #hasRead = false;

  constructor(
    paths: readonly string[],
    rules: RulesForLetters,
    options: StoreOptions,
    spooled: SpooledInput | null,
    session: Session,
  ) {
    this.#paths = paths;
    this.#rules = rules;
    this.#options = options;
    this.#spooled = spooled;
    this.#session = session;
    this.#meta = metaOf(rules.kept.checked, programVersion());
  }

  async *letters(): AsyncGenerator<ComparedInput> {
    const { store, parquet, dedupe, signal } = this.#options;
    const state = await inspectStore(store);
    const plan = this.#paths.length === 0 ? this.#onlyJudged(state) : await this.#read(state);
    if (signal.aborted) return;
    const { knowledge } = this.#rules;
    const rules = { knowledge, hash: this.#meta.rules, current: state?.meta.rules ?? null };
    for await (const letter of judgeStore(store, plan, rules, { hasSignatures: dedupe, signal }))
      yield inputOf(letter);
    if (signal.aborted) {
      const advice = plan === null ? '' : '; run the same with --resume to go on';
      await this.#session.note(`stopped while letters were judged: the store is as it was${advice}`);
      return;
    }
    await rm(workFolder(store), { recursive: true, force: true });
    if (parquet !== undefined) await writeParquet(store, parquet, signal);
  }

  /** No paths: the letters of the store are judged as they are. */
  #onlyJudged(state: StoreState | null): null {
    const { store } = this.#options;
    if (state === null) {
      throw new StoreError(store, 'there is no such store', 'name the letters that it is to be made from');
    }
    if (state.meta.lexicon !== this.#meta.lexicon || state.meta.program !== this.#meta.program) {
      const message = 'the store was made with another lexicon or version, so its letters must be read again';
      throw new StoreError(store, message, 'name the letters, too: `necessity compare PATH... --store …`');
    }
    return null;
  }

  /** @returns what the store is to hold; null if it holds just that */
  async #read(state: StoreState | null): Promise<StorePlan | null> {
    const { store, resume = false, signal } = this.#options;
    const { program, lexicon } = this.#meta;
    const previous = state?.meta.program === program && state.meta.lexicon === lexicon ? state : null;
    const isKept = resume && (await canResume(store, this.#meta));
    if (resume && !isKept) await this.#session.note('nothing to go on from: all letters are read');
    const folder = await openWorkFolder(store, isKept);
    await writeManifest(store, this.#meta);
    const blocks = await this.#readBlocks(folder, previous);
    if (signal.aborted) {
      const letters = blocks.reduce((sum, one) => sum + one.letters, 0);
      await this.#session.note(`stopped after ${letters} letters; run the same with --resume to go on`);
      return null;
    }
    if (state !== null && !this.#hasRead) await this.#refuseEmptying();
    if (previous && isSame(blocks, previous)) return null;
    return { path: store, folder, blocks, previous: previous && store, meta: this.#meta };
  }

  /** A path that is mistyped must not cost what was read of a whole archive. */
  async #refuseEmptying(): Promise<void> {
    const { store } = this.#options;
    await rm(workFolder(store), { recursive: true, force: true });
    const named = this.#paths.map((path) => `\`${path}\``).join(', ');
    const message = `no letter could be read from ${named}, so the store is left as it was`;
    throw new StoreError(store, message, 'name the letters that it is to hold');
  }

  async #readBlocks(folder: string, previous: StoreState | null): Promise<Blocks> {
    const known = new Map(previous?.blocks.map((block) => [block.key, block]));
    const isLast = (result: BlockResult): boolean => known.get(result.key ?? '')?.isLast ?? result.isLast;
    const setup: WorkerSetup = {
      ...this.#rules.kept,
      folder,
      hasSignatures: true,
      knownBlocks: [...known.keys()],
      knownLetters: previous && packHashes(await previous.hashes()),
      contentHash: this.#spooled?.contentHash ?? null,
    };
    const { workers, signal, store } = this.#options;
    const reading = { workers, setup, signal, ends: isLast };
    const blocks = new Map<string, Blocks[number]>();
    for await (const result of readInParallel(this.#paths, this.#spooled, reading, this.#session)) {
      if (result.unwritten !== null) throw storeTrouble(store, result.unwritten);
      const key = result.key ?? (await keepLost(result, folder, blocks.size));
      if (blocks.has(key)) continue;
      const old = known.get(key);
      this.#hasRead ||= old !== undefined || result.letters > result.unread;
      blocks.set(key, {
        key,
        letters: old?.letters ?? result.letters,
        isLast: isLast(result),
        isKnown: old !== undefined,
      });
    }
    return [...blocks.values()];
  }
}

/** What is told of a block that no worker could read is kept like what workers keep. */
async function keepLost({ outcomes }: BlockResult, folder: string, number: number): Promise<string> {
  const key = `lost-${number}`;
  const shard = new ShardWriter();
  for (const outcome of outcomes) if ('error' in outcome) shard.add(outcome, key);
  await shard.write(folder, key, true);
  return key;
}

function isSame(blocks: Blocks, { blocks: old }: StoreState): boolean {
  return (
    blocks.length === old.length && blocks.every(({ key, isKnown }, i) => isKnown && key === old[i]?.key)
  );
}

function inputOf({ document, error, problems, signature, rows }: EvaluatedLetter): ComparedInput {
  if (error) return { letter: null, problems: [problemIn(document, { severity: 'error', ...error })] };
  const letter = { document, rows, signature: signature && Uint32Array.from(signature) };
  return { letter, problems: problems.map((one) => problemIn(document, one)) };
}
