#!/usr/bin/env node
/**
 * Entry point: runs the command line and sets the exit status. The only place that does.
 */
import { readFileSync } from 'node:fs';
import { CommanderError } from 'commander';
import { EXIT, type ExitCode } from './exit-codes.js';
import { buildProgram } from './program.js';

const PACKAGE = new URL('../../package.json', import.meta.url);

async function main(): Promise<ExitCode> {
  const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string };
  let exit: ExitCode = EXIT.ok;
  const program = buildProgram(version, (code) => {
    exit = code;
  });
  try {
    await program.parseAsync();
    return exit;
  } catch (cause) {
    if (!(cause instanceof CommanderError)) throw cause;
    return cause.exitCode === 0 ? EXIT.ok : EXIT.usage;
  }
}

process.exitCode = await main();
