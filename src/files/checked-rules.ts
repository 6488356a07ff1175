/**
 * Rules that were checked once, kept in a file beside the program with their phrases read, so that a run need not do
 * it again.
 * The file holds a digest of the texts it was made from: after any change of a text it no longer counts.
 */
import { createHash } from 'node:crypto';
import { endianness } from 'node:os';
import type { CheckedRules, ReadPhrases } from '../pipeline/compile-knowledge.js';
import { asciiJson, packedRow, readAscii, unpackedRow } from './kept-json.js';
import type { RuleTexts } from './read-rule-folder.js';
import { writeWhole } from './write-beside.js';

/** Plain data. */
export interface KeptRules {
  readonly checked: CheckedRules;
  readonly phrases: ReadPhrases;
}

/** The kept rules as the file has them: the long rows of numbers are strings. */
interface RulesFile extends Pick<KeptRules, 'checked'> {
  readonly digest: string;
  readonly phrases: Readonly<Record<keyof ReadPhrases, PackedGraph>>;
}

type PhraseGraph = ReadPhrases[keyof ReadPhrases];
type PackedGraph = Omit<PhraseGraph, 'nodes'> & { readonly nodes: string };

/**
 * What the texts and the program that checks them come to; the names of the files count, too, as places name them.
 * @param program version of the program, and anything else that checking depends on
 */
export function digestOf(texts: RuleTexts, program: string): string {
  const hash = createHash('sha256').update(`${program}\0${endianness()}`);
  for (const { file, text } of [...texts.lexicon, ...texts.rules]) hash.update(`\0${file}\0${text}`);
  return hash.digest('hex');
}

/** The rules kept in a file; null if there is no such file, or it was made from other texts. */
export async function readCheckedRules(path: string, digest: string): Promise<KeptRules | null> {
  try {
    const kept = JSON.parse(await readAscii(path)) as RulesFile;
    if (kept.digest !== digest) return null;
    const { summary, requests } = kept.phrases;
    return { checked: kept.checked, phrases: { summary: unpacked(summary), requests: unpacked(requests) } };
  } catch {
    return null;
  }
}

/** Writes checked rules for the next run. @param digest of `digestOf` for the texts that they were read from */
export function keepCheckedRules(
  path: string,
  digest: string,
  { checked, phrases: { summary, requests } }: KeptRules,
): Promise<void> {
  const phrases = { summary: packed(summary), requests: packed(requests) };
  const file: RulesFile = { digest, checked, phrases };
  return writeWhole(path, asciiJson(file));
}

const packed = (graph: PhraseGraph): PackedGraph => ({ ...graph, nodes: packedRow(graph.nodes) });
const unpacked = (graph: PackedGraph): PhraseGraph => ({ ...graph, nodes: unpackedRow(graph.nodes) });
