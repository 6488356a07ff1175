/**
 * A checked rule set -> the files of its handbook: a page for every guideline, rule, fact and service, lists of them,
 * style, and a search that works from a disk. Pure; writing is elsewhere (`files/write-site.ts`).
 */
import type { LexiconFile } from '../../../vocabulary/lexicon.js';
import type { ExampleFile, RuleSet } from '../../../vocabulary/rule.js';
import { BASE_STYLE } from '../base-style.js';
import { factPage } from './fact-page.js';
import { handbookData } from './handbook-data.js';
import { HANDBOOK_STYLE } from './handbook-style.js';
import { factsPage, guidelinePage, indexPage, servicePage, servicesPage } from './list-pages.js';
import { rulePage } from './rule-page.js';
import { searchIndexScript } from './search-index.js';
import { SEARCH_SCRIPT } from './search-script.js';
import { INDEX_FILE, LIBRARY_FILE, SCRIPT_FILE, type SiteFile, STYLE_FILE } from './site.js';

/** @param searchLibrary the script of the search engine, which is put beside the pages */
export function handbookFiles(
  lexicon: LexiconFile,
  rules: RuleSet,
  examples: readonly ExampleFile[],
  searchLibrary: string,
): readonly SiteFile[] {
  const data = handbookData(lexicon, rules, examples);
  return [
    indexPage(data),
    ...data.guidelines.map((guideline) => guidelinePage(guideline, data)),
    ...data.rules.map((rule) => rulePage(rule, data)),
    factsPage(data),
    ...Object.entries(lexicon.facts ?? {}).map(([id, fact]) => factPage(id, fact, data)),
    servicesPage(data),
    ...Object.keys(lexicon.families ?? {}).map((id) => servicePage(id, data)),
    { path: STYLE_FILE, text: BASE_STYLE + HANDBOOK_STYLE },
    { path: SCRIPT_FILE, text: SEARCH_SCRIPT },
    { path: LIBRARY_FILE, text: searchLibrary },
    { path: INDEX_FILE, text: searchIndexScript(data) },
  ];
}
