/**
 * Where the time of a run goes: samples of the processor, taken in the threads of a whole run, told by the part of
 * the program that was at work. A part that another one called counts for that one: claims of a rationale are read
 * by the extraction, but are comparison.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface CallNode {
  readonly id: number;
  /** Lines count from 0. */
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  readonly children?: readonly number[];
}

interface Profile {
  readonly nodes: readonly CallNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

export interface StageShare {
  readonly stage: string;
  readonly share: number;
}

/** Parts by the folder of their modules. */
const STAGES: Readonly<Record<string, string>> = {
  files: 'reading files',
  document: 'document',
  facts: 'facts of the summary',
  requests: 'requests',
  comparison: 'comparison',
  decision: 'decisions',
  similarity: 'signatures',
  store: 'store',
};
const REST = 'everything else';
const GARBAGE = 'garbage collection';
const BUNDLE = fileURLToPath(new URL('../../dist/cli/whole.cjs', import.meta.url));
/** What the bundler writes above each module: `// dist/facts/extract.js`. */
const MODULE = /^ *\/\/ dist\/([a-z]+)\//;
const IDLE = new Set(['(idle)', '(program)']);

/**
 * @param folder with the profile of each worker thread, as `node --cpu-prof` writes them
 * @returns largest first; shares of the time that a worker was busy
 */
export function stageShares(folder: string): readonly StageShare[] {
  const times = new Map<string, number>();
  const folders = foldersOfLines();
  for (const name of readdirSync(folder)) {
    const profile = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Profile;
    if (isWorker(profile)) addTimes(profile, folders, times);
  }
  const all = [...times.values()].reduce((sum, time) => sum + time, 0);
  const shares = [...times].map(([stage, time]) => ({ stage, share: time / all }));
  return shares.sort((a, b) => b.share - a.share);
}

const isWorker = ({ nodes }: Profile): boolean =>
  nodes.some((node) => node.callFrame.url.endsWith('/workers/block-worker.js'));

/** The folder of the module that each line of the bundle is of. */
function foldersOfLines(): readonly string[] {
  let folder = '';
  return readFileSync(BUNDLE, 'utf8')
    .split('\n')
    .map((line) => {
      if (/^ *\/\/ [^ ]+\.(?:c?js|mjs)$/.test(line)) folder = MODULE.exec(line)?.[1] ?? '';
      return folder;
    });
}

function addTimes(
  { nodes, samples, timeDeltas }: Profile,
  folders: readonly string[],
  times: Map<string, number>,
): void {
  const stages = stagesOf(nodes, folders);
  samples.forEach((id, i) => {
    const stage = stages.get(id) ?? null;
    if (stage !== null) times.set(stage, (times.get(stage) ?? 0) + (timeDeltas[i] ?? 0));
  });
}

/** The outermost part that each node was called by; null while nothing is done. A parent stands before its children. */
function stagesOf(
  nodes: readonly CallNode[],
  folders: readonly string[],
): ReadonlyMap<number, string | null> {
  const stages = new Map<number, string | null>();
  const callers = new Map<number, string>();
  for (const { id, callFrame, children } of nodes) {
    const caller = callers.get(id) ?? REST;
    const folder = callFrame.url.endsWith('/cli/whole.cjs') ? folders[callFrame.lineNumber] : undefined;
    const own = STAGES[folder ?? ''] ?? REST;
    const stage = caller === REST ? own : caller;
    const { functionName } = callFrame;
    if (IDLE.has(functionName)) stages.set(id, null);
    else stages.set(id, functionName === '(garbage collector)' ? GARBAGE : stage);
    for (const child of children ?? []) callers.set(child, stage);
  }
  return stages;
}
