/**
 * Whole runs of the built command line, each written down in one text file: what it shows, the command, what it reads,
 * and what it must print. Every run has a folder of its own with the small rules and letters of `test/scenarios`.
 *
 *     A plain sentence on what this shows.
 *
 *     $ necessity check a.txt --rules rules
 *     status 0
 *
 *     === setup
 *     === file a.txt
 *     === stdin
 *     === stdout
 *     === stderr
 */
import { execFile } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export interface Scenario {
  readonly title: string;
  readonly command: string;
  readonly status: number;
  /** Shell commands that make what cannot be written down as a file. */
  readonly setup: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly stdin: string;
  readonly stdout: string;
  readonly stderr: string;
}

export type Outcome = Pick<Scenario, 'status' | 'stdout' | 'stderr'>;

const SCENARIOS = resolve('test/scenarios');
const MAIN = resolve('dist/cli/main.js');
const SHARED = ['rules', 'letters'] as const;
const HEAD = /^(?<title>.+)\n\n\$ (?<command>.+)\nstatus (?<status>\d)\n/;

export function readScenario(file: string): Scenario {
  const text = readFileSync(join(SCENARIOS, file), 'utf8');
  const head = HEAD.exec(text)?.groups;
  if (head === undefined) throw new Error(`${file} does not begin as scenarios do`);
  const parts = text.split(/^=== /m).slice(1).map(splitPart);
  const part = (name: string): string => parts.find((one) => one.name === name)?.text ?? '';
  return {
    title: head.title ?? '',
    command: head.command ?? '',
    status: Number(head.status),
    setup: part('setup'),
    files: parts.flatMap(({ name, text: content }) =>
      name.startsWith('file ') ? [{ name: name.slice('file '.length), text: content }] : [],
    ),
    stdin: part('stdin'),
    stdout: part('stdout'),
    stderr: part('stderr'),
  };
}

function splitPart(part: string): { readonly name: string; readonly text: string } {
  const end = part.indexOf('\n');
  return { name: part.slice(0, end), text: part.slice(end + 1) };
}

/** Writes a scenario with the outcome that it has now. */
export function rewriteScenario(file: string, scenario: Scenario, outcome: Outcome): void {
  const { title, command, setup, files, stdin } = scenario;
  const part = (name: string, text: string): string => (text === '' ? '' : `=== ${name}\n${text}`);
  const text = [
    `${title}\n\n$ ${command}\nstatus ${outcome.status}\n\n`,
    part('setup', setup),
    ...files.map((one) => part(`file ${one.name}`, one.text)),
    part('stdin', stdin),
    part('stdout', outcome.stdout),
    part('stderr', outcome.stderr),
  ];
  writeFileSync(join(SCENARIOS, file), text.join(''));
}

export async function runScenario(scenario: Scenario): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'scenario-'));
  try {
    for (const shared of SHARED) cpSync(join(SCENARIOS, shared), join(folder, shared), { recursive: true });
    for (const { name, text } of scenario.files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const bin = join(folder, '.bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'necessity'), `#!/bin/sh\nexec node '${MAIN}' "$@"\n`);
    chmodSync(join(bin, 'necessity'), 0o755);
    if (scenario.setup !== '') await shell(scenario.setup, folder, bin, '');
    return await shell(scenario.command, folder, bin, scenario.stdin);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function shell(command: string, cwd: string, bin: string, stdin: string): Promise<Outcome> {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...env } = process.env;
  return new Promise((resolveRun) => {
    const child = execFile(
      'bash',
      ['-o', 'pipefail', '-c', command],
      { cwd, env: { ...env, PATH: `${bin}:${env.PATH}` }, maxBuffer: 1 << 26 },
      (error, stdout, stderr) => {
        const status = error === null ? 0 : Number(error.code ?? -1);
        resolveRun({ status, stdout, stderr });
      },
    );
    child.stdin?.on('error', () => {});
    child.stdin?.end(stdin);
  });
}
