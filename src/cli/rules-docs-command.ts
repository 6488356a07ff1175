/**
 * `necessity rules docs`: the rule set as a handbook of static pages that opens from a disk.
 */
import type { Command } from 'commander';
import { readSearchLibrary, writeSite } from '../files/write-site.js';
import { handbookFiles } from '../report/html/handbook/handbook.js';
import { counted } from '../report/words.js';
import { loadRulesForAuthors } from './checked-folder.js';
import { EXIT, EXIT_HELP, type ExitCode, type Finish } from './exit-codes.js';
import { addRuleOptions, type RuleOptions } from './options.js';
import { openSession } from './session.js';

interface DocsOptions extends RuleOptions {
  readonly out: string;
}

const EXAMPLES = `
The folder needs no server and no network: open its index.html, zip it, mail it, print from it.
It is replaced whole each time; a folder that holds files of others is refused.

Examples:
  $ necessity rules docs
  $ necessity rules docs --rules my-rules --out site/handbook`;

/** The folder is replaced whole or not at all; one that holds files of others is an error. */
export function addDocsCommand(rules: Command, finish: Finish): void {
  addRuleOptions(rules.command('docs'))
    .description('write a handbook of all rules, facts and services as pages with a search')
    .option('--out <dir>', 'folder to write', 'handbook')
    .addHelpText('after', EXAMPLES + EXIT_HELP)
    .action(async (options: DocsOptions) => finish(await docs(options)));
}

async function docs(options: DocsOptions): Promise<ExitCode> {
  const session = openSession(options);
  const loaded = await loadRulesForAuthors(options.rules, session);
  if ('exit' in loaded) return loaded.exit;
  const { examples } = loaded;
  const { checked } = loaded.kept;
  const files = handbookFiles(checked.lexicon, checked.rules, examples, await readSearchLibrary());
  const problem = await writeSite(options.out, files);
  if (problem !== null) {
    await session.tell([problem]);
    return EXIT.failed;
  }
  const pages = files.filter(({ path }) => path.endsWith('.html')).length;
  await session.results.write(
    `${counted(pages, 'page')}: open ${options.out.replace(/\/+$/, '')}/index.html\n`,
  );
  return EXIT.ok;
}
