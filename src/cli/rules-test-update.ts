/**
 * `necessity rules test --update`: what failing examples come to is written into their files as what they expect.
 */
import { type ExampleChange, updateExamples } from '../authoring/update-examples.js';
import type { RuleTexts } from '../files/read-rule-folder.js';
import { type RuleFolderPlace, writeRuleFile } from '../files/rule-paths.js';
import { ExampleRunner, type RuleReport } from '../pipeline/example-runner.js';
import { RuleWorkspace } from '../pipeline/rule-workspace.js';
import { textFinder } from './rules-folder.js';
import type { Session } from './session.js';

/**
 * Writes expectations and says which.
 * @returns the reports of the same rules, and the texts, as they are afterwards
 */
export async function updateExpectations(
  reports: readonly RuleReport[],
  texts: RuleTexts,
  folder: RuleFolderPlace,
  session: Session,
): Promise<{ readonly reports: readonly RuleReport[]; readonly texts: RuleTexts }> {
  const textOf = textFinder(texts);
  const written = new Map<string, string>();
  for (const { file, runs } of reports) {
    const before = file && textOf(file.file);
    if (file === undefined || before === undefined) continue;
    const { text, changes } = updateExamples(file.file, before, runs);
    if (changes.length === 0) continue;
    const unwritten = await writeRuleFile(file.file, text, folder);
    if (unwritten !== null) {
      await session.tell([unwritten], textOf);
      continue;
    }
    written.set(file.file, text);
    for (const change of changes) await session.note(changeText(change));
  }
  if (written.size === 0) return { reports, texts };
  const examples = texts.examples.map(({ file, text }) => ({ file, text: written.get(file) ?? text }));
  const after = { ...texts, examples };
  return { reports: await runAgain(after, new Set(reports.map(({ rule }) => rule.id))), texts: after };
}

async function runAgain(texts: RuleTexts, ids: ReadonlySet<string>): Promise<readonly RuleReport[]> {
  const { checked, examples } = new RuleWorkspace().check(texts);
  if (checked === null)
    throw new Error('an example file could not be read after its expectations were written');
  return new ExampleRunner().run(checked, examples, texts, { only: ids, traces: 'all' });
}

function changeText({ place, example, key, from, to }: ExampleChange): string {
  return `${place.file}:${place.line}:${place.column} example \`${example}\`: ${key} ${from} -> ${to}`;
}
