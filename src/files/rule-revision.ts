/**
 * A rules folder as it was at a revision of its git repository -> its texts. Asks the `git` program, changes nothing.
 * The folder itself says which repository is meant; only what it holds is read, however large the repository.
 * Not here: which of two arguments is a folder (`cli/`), what the texts say (`rules/`).
 */
import { execFile } from 'node:child_process';
import { pipeline, Readable } from 'node:stream';
import { extract } from 'tar-stream';
import { diagnostic } from '../diagnostics/diagnostic.js';
import { type RuleTexts, ruleTexts } from './read-rule-folder.js';

/** An archive of rules is text: more than this is no rules folder. */
const MOST_BYTES = 256 * 1024 * 1024;

type Answer = { readonly bytes: Buffer } | { readonly code: string | number; readonly words: string };

/**
 * The texts of a rules folder as git has them; where they cannot be had, its problems say why.
 * @param folder where the rules stand now; its repository is asked
 * @param revision anything that git understands: `HEAD~1`, a tag, a branch, a commit
 */
export async function readRuleRevision(folder: string, revision: string): Promise<RuleTexts> {
  const fail = (message: string, help?: string): RuleTexts => {
    const problem = diagnostic('no-revision', revision, null, message, help === undefined ? {} : { help });
    return { lexicon: [], rules: [], examples: [], problems: [problem] };
  };
  const commit = await git(folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ]);
  if (!('bytes' in commit)) return fail(...(await whyNoCommit(folder, revision, commit)));
  const id = commit.bytes.toString().trim();
  const archive = await git(folder, ['archive', '--format=tar', id, '.']);
  if ('bytes' in archive) return ruleTexts(`${revision}:rules`, await unpacked(archive.bytes));
  if (/did not match|untracked|not a valid object/i.test(archive.words)) {
    return fail(`the revision has no folder \`${folder}\``, 'it may have had another name then');
  }
  return fail(`git could not read the revision: ${archive.words}`);
}

async function whyNoCommit(
  folder: string,
  revision: string,
  { code }: Exclude<Answer, { readonly bytes: Buffer }>,
): Promise<readonly [message: string, help?: string]> {
  if (code === 'ENOENT') return [`there is no such folder, and no program \`git\` to ask for a revision`];
  const help = 'give a folder of rules, or a revision such as `HEAD~1`, a tag or a branch';
  const inside = await git(folder, ['rev-parse', '--is-inside-work-tree']);
  if (!('bytes' in inside)) {
    return [`there is no such folder, and no revision either: \`${folder}\` is in no git repository`, help];
  }
  return [
    `there is neither a folder nor a revision \`${revision}\` in the repository of \`${folder}\``,
    help,
  ];
}

/** Runs git in a folder, without asking anybody anything. */
function git(cwd: string, args: readonly string[]): Promise<Answer> {
  const env = { ...process.env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
  return new Promise((resolve) => {
    execFile(
      'git',
      args,
      { cwd, env, encoding: 'buffer', maxBuffer: MOST_BYTES },
      (error, stdout, stderr) => {
        if (error === null) resolve({ bytes: stdout });
        else resolve({ code: error.code ?? 1, words: lastLine(stderr.toString()) || error.message });
      },
    );
  });
}

function lastLine(text: string): string {
  return (
    text
      .trim()
      .split('\n')
      .at(-1)
      ?.replace(/^fatal: /, '') ?? ''
  );
}

async function unpacked(
  archive: Buffer,
): Promise<readonly { readonly path: string; readonly bytes: Buffer }[]> {
  const entries = extract();
  pipeline(Readable.from([archive]), entries, () => {});
  const files: { path: string; bytes: Buffer }[] = [];
  for await (const entry of entries) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    if (entry.header.type === 'file') files.push({ path: entry.header.name, bytes: Buffer.concat(chunks) });
  }
  return files;
}
