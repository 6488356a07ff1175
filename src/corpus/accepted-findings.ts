/**
 * Findings that were looked at and accepted, so that only new ones are reported: a file of entries by letter, issue
 * and code, and by the versions of the rules where the finding depends on a prediction. An entry that nothing answers
 * to any more is stale; entries of letters that a run did not read are left alone.
 * Not here: the disk.
 */
import * as z from 'zod';
import type { Finding } from '../vocabulary/decision.js';
import type { IssueRow } from '../vocabulary/issue-row.js';
import { type RuleVersions, versionsOf } from './rule-versions.js';

const entrySchema = z.strictObject({
  document: z.string().min(1),
  issue: z.int().min(1),
  code: z.string().min(1),
  /** Versions of the governing rules; empty for what is found in the letter alone. */
  rules: z.array(z.string()),
  /** Why it was accepted; kept as it is. */
  note: z.string().optional(),
});

/** An entry of a baseline file. All but the note makes it what it is: two that differ in it are one. */
export type AcceptedFinding = z.infer<typeof entrySchema>;

const fileSchema = z.strictObject({ version: z.literal(1), accepted: z.array(entrySchema) });

/** What a baseline file holds, or what is wrong with it, as the end of a sentence. */
export type ReadBaseline = { readonly accepted: readonly AcceptedFinding[] } | { readonly problem: string };

/** Reads the text of a baseline file, or says in words what is wrong with it. */
export function readBaseline(text: string): ReadBaseline {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    return { problem: `it is no JSON: ${(cause as Error).message.toLowerCase()}` };
  }
  const read = fileSchema.safeParse(data);
  if (read.success) return { accepted: read.data.accepted };
  const [issue] = read.error.issues;
  const path = issue?.path.join('.') ?? '';
  return { problem: `\`${path}\`: ${issue?.message.toLowerCase() ?? 'not a baseline'}` };
}

/** The text of a baseline file: entries sorted, one a line, so that versions of it can be compared. */
export function baselineText(accepted: readonly AcceptedFinding[]): string {
  const lines = [...accepted].sort(byPlace).map((entry) => `    ${JSON.stringify(entry)}`);
  return `{\n  "version": 1,\n  "accepted": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
}

/** Findings of a run beside those that were accepted before. */
export class AcceptedFindings {
  readonly #versions: RuleVersions;
  readonly #entries = new Map<string, AcceptedFinding>();
  readonly #met = new Map<string, AcceptedFinding>();
  readonly #read = new Set<string>();
  readonly #documents: ReadonlySet<string>;

  constructor(accepted: readonly AcceptedFinding[], versions: RuleVersions) {
    this.#versions = versions;
    for (const entry of accepted) this.#entries.set(keyOf(entry), entry);
    this.#documents = new Set(accepted.map((entry) => entry.document));
  }

  /** Notes that a letter was read, whether it has findings or not. */
  read(document: string): void {
    if (this.#documents.has(document)) this.#read.add(document);
  }

  /** True if the finding was accepted before. */
  accepts(row: IssueRow, finding: Finding): boolean {
    if (!this.#documents.has(row.document)) return false;
    const key = keyOf(this.#entry(row, finding));
    const known = this.#entries.get(key);
    if (known) this.#met.set(key, known);
    return known !== undefined;
  }

  /** Accepts a finding from now on. */
  accept(row: IssueRow, finding: Finding): void {
    const entry = this.#entry(row, finding);
    const key = keyOf(entry);
    if (!this.#met.has(key)) this.#met.set(key, this.#entries.get(key) ?? entry);
  }

  /** Entries of letters that were read, which no finding answers to any more. */
  stale(): readonly AcceptedFinding[] {
    return [...this.#entries]
      .filter(([key, entry]) => !this.#met.has(key) && this.#read.has(entry.document))
      .map(([, entry]) => entry)
      .sort(byPlace);
  }

  /** What is accepted after this run: what was met, and what belongs to letters that were not read. */
  current(): readonly AcceptedFinding[] {
    const unread = [...this.#entries.values()].filter((entry) => !this.#read.has(entry.document));
    const all = new Map([...unread, ...this.#met.values()].map((entry) => [keyOf(entry), entry]));
    return [...all.values()].sort(byPlace);
  }

  #entry(row: IssueRow, { code }: Finding): AcceptedFinding {
    const rules = code === 'outcome-disagrees' ? [...versionsOf(row, this.#versions)] : [];
    return { document: row.document, issue: row.issue, code, rules };
  }
}

function keyOf({ document, issue, code, rules }: AcceptedFinding): string {
  return JSON.stringify([document, issue, code, rules]);
}

function byPlace(a: AcceptedFinding, b: AcceptedFinding): number {
  if (a.document !== b.document) return a.document < b.document ? -1 : 1;
  return a.issue - b.issue || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}
