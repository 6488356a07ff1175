/**
 * Runs the program as a person would and tells what the run took: time on the wall, processor time of all its
 * threads, and the most memory that the process had at once.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Usage {
  readonly wallMs: number;
  /** User and system time of all threads; above the time on the wall where several were busy. */
  readonly cpuMs: number;
  readonly peakMegabytes: number;
}

export interface MeasuredRun extends Usage {
  readonly output: string;
}

const PROGRAM = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** What the process writes of itself to its fourth channel when it ends; its threads are counted, but are silent. */
const TELLTALE = `
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));`;

/** @param nodeOptions options of node itself, before the program */
export async function measuredRun(
  args: readonly string[],
  nodeOptions: readonly string[] = [],
): Promise<MeasuredRun> {
  const hook = `data:text/javascript,${encodeURIComponent(TELLTALE)}`;
  const start = performance.now();
  const child = spawn(process.execPath, [...nodeOptions, '--import', hook, PROGRAM, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const [output, errors, told] = [collect(child, 1), collect(child, 2), collect(child, 3)];
  const [status] = await once(child, 'close');
  const wallMs = performance.now() - start;
  if (status !== 0) throw new Error(`\`necessity ${args.join(' ')}\` ended with ${status}: ${errors()}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(told()) as NodeJS.ResourceUsage;
  return {
    wallMs,
    cpuMs: (userCPUTime + systemCPUTime) / 1000,
    peakMegabytes: maxRSS / 1024,
    output: output(),
  };
}

function collect(child: ChildProcess, channel: number): () => string {
  const chunks: Buffer[] = [];
  child.stdio[channel]?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}
