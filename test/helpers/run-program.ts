/** Runs the built program; what it prints and how it ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

export const MAIN = resolve('dist/cli/main.js');

export interface ProgramEnd {
  /** Null if a signal killed it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunSetting {
  /** What standard input holds; null leaves it open, with nothing to read. */
  readonly input?: string | null;
  readonly env?: Readonly<Record<string, string>>;
  /** Shell words before the command, such as limits. */
  readonly shell?: string;
}

/** @param onStart takes the process while it runs */
export function runProgram(
  args: readonly string[],
  cwd: string,
  input = '',
  onStart: (child: ChildProcess) => void = () => {},
): Promise<ProgramEnd> {
  return runSet(args, cwd, { input }, onStart);
}

/** `runProgram` with more that can be set. */
export function runSet(
  args: readonly string[],
  cwd: string,
  { input = '', env = {}, shell }: RunSetting,
  onStart: (child: ChildProcess) => void = () => {},
): Promise<ProgramEnd> {
  const command = [process.execPath, MAIN, ...args];
  const [file = '', ...rest] =
    shell === undefined ? command : ['bash', '-c', `${shell}; exec "$@"`, 'bash', ...command];
  return new Promise((done) => {
    const child = spawn(file, rest, { cwd, env: { ...process.env, ...env } });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('close', (status) => done({ status, stdout, stderr }));
    child.stdin.on('error', () => {});
    if (input !== null) child.stdin.end(input);
    onStart(child);
  });
}

/** Sends a signal as soon as a folder holds a file with such a name. */
export function killOnceThere(folder: () => string, name: RegExp, signal: NodeJS.Signals) {
  return (child: ChildProcess): void => {
    const timer = setInterval(() => {
      if (!namesIn(folder()).some((one) => name.test(one))) return;
      clearInterval(timer);
      child.kill(signal);
    }, 5);
    child.once('close', () => clearInterval(timer));
  };
}

/** Names in a folder, sorted; none where there is no folder. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
