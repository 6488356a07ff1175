/** `rules/FACTS.md` is made from the lexicon: `npx vitest run test/rules/fact-list.test.ts --update` writes it anew. */
import { describe, expect, test } from 'vitest';
import { readRuleFolder } from '../../src/files/read-rule-folder.js';
import type { FactEntry } from '../../src/vocabulary/lexicon.js';
import { loadLexicon } from '../helpers/load-lexicon.js';

const HEAD = `# Facts

Every fact that a rule may read, by name. Made from \`rules/lexicon/\`; a test keeps it current. Facts that begin with
\`req_\` are read from the request line, all others from the case summary.

| fact | type | unit or values | meaning |
| --- | --- | --- | --- |
`;

function row([name, fact]: [string, FactEntry]): string {
  const values = fact.unit ?? fact.values?.join(', ') ?? '';
  return `| \`${name}\` | ${fact.type} | ${values} | ${fact.meaning.replaceAll('|', '\\|')} |\n`;
}

describe('the list of facts', () => {
  test('names every fact that rules may read', async () => {
    const { lexicon } = loadLexicon(readRuleFolder('rules', 'rules').lexicon);
    const facts = Object.entries(lexicon.facts ?? {}).filter(([, fact]) => fact['for-rules'] !== false);
    const rows = facts.sort(([a], [b]) => (a < b ? -1 : 1)).map(row);
    await expect(HEAD + rows.join('')).toMatchFileSnapshot('../../rules/FACTS.md');
  }, 60_000);
});
