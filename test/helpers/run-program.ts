/** Runs the built program; what it prints and how it ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

export const MAIN = resolve('dist/cli/main.js');

export interface ProgramEnd {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** @param onStart takes the process while it runs */
export function runProgram(
  args: readonly string[],
  cwd: string,
  input = '',
  onStart: (child: ChildProcess) => void = () => {},
): Promise<ProgramEnd> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [MAIN, ...args], { cwd });
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
    child.stdin.end(input);
    onStart(child);
  });
}
