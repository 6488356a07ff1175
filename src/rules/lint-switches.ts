/**
 * Comments that switch a code off on their line, each with a reason:
 *
 *     id: odg-cervical-mri    # lint-disable-line never-governs: kept so that a trace shows both guidelines
 *
 * A comment without a reason or with a code that cannot be switched off is told, and so is one that switches nothing off.
 * Errors cannot be switched off: what is wrong for every command would stay wrong.
 */
import {
  DIAGNOSTIC_CODES,
  type Diagnostic,
  type DiagnosticCode,
  diagnostic,
} from '../diagnostics/diagnostic.js';
import type { Span } from '../text/source-text.js';
import { didYouMean } from '../text/suggest.js';
import type { TextFile } from './load-rules.js';

/** `# lint-disable-line dead-criterion, never-met: because`, after a space or at the start of the line */
const COMMENT = /(?<=^|[ \t])#[ \t]*lint-disable-line\b([^\r\n]*)/gm;
/** `dead-criterion, never-met: because` */
const CONTENT = /^[ \t]+([a-z-]+(?:[ \t]*,[ \t]*[a-z-]+)*)[ \t]*(?::[ \t]*(.*))?$/;
/** Codes about the switches themselves. */
const OWN_CODES: readonly DiagnosticCode[] = ['malformed-switch', 'unused-switch'];

interface Switch {
  readonly file: string;
  readonly span: Span;
  readonly code: string;
  readonly line: Span;
}

/**
 * Takes away what is switched off, and adds what is wrong with the switches.
 * @param isComplete false if not everything was looked at: then a switch may have its use
 */
export function applySwitches(
  found: readonly Diagnostic[],
  files: readonly TextFile[],
  isComplete: boolean,
): readonly Diagnostic[] {
  const switches: Switch[] = [];
  const problems: Diagnostic[] = [];
  for (const file of files) readSwitches(file, switches, problems);
  if (switches.length === 0) return [...found, ...problems];
  const used = new Set<Switch>();
  const byFile = groupByFile(switches);
  const kept = found.filter((one) => {
    const off = byFile.get(one.file)?.find((other) => isOff(one, other));
    if (off !== undefined) used.add(off);
    return off === undefined;
  });
  const unused = isComplete ? switches.filter((one) => !used.has(one)).map(unusedProblem) : [];
  return [...kept, ...problems, ...unused];
}

function groupByFile(switches: readonly Switch[]): ReadonlyMap<string, readonly Switch[]> {
  const byFile = new Map<string, Switch[]>();
  for (const one of switches) byFile.set(one.file, [...(byFile.get(one.file) ?? []), one]);
  return byFile;
}

function isOff({ code, span }: Diagnostic, { code: off, line }: Switch): boolean {
  return code === off && span !== null && line.start <= span.start && span.start <= line.end;
}

function unusedProblem({ file, span, code }: Switch): Diagnostic {
  return diagnostic('unused-switch', file, span, `there is no \`${code}\` on this line to switch off`);
}

function readSwitches({ file, text }: TextFile, switches: Switch[], problems: Diagnostic[]): void {
  for (const { index, 0: comment, 1: content = '' } of text.matchAll(COMMENT)) {
    const span = { start: index, end: index + comment.length };
    const tell = (message: string, help: string): void => {
      problems.push(diagnostic('malformed-switch', file, span, message, { help }));
    };
    const [, codes, reason = ''] = CONTENT.exec(content.trimEnd()) ?? [];
    const form = 'write `# lint-disable-line CODE: reason`';
    if (codes === undefined) tell('the switch names no code', form);
    else if (reason.trim() === '') tell(`the switch of \`${codes}\` gives no reason`, form);
    else {
      for (const code of codes.split(/[ \t]*,[ \t]*/)) {
        const why = whyFixed(code);
        if (why === null) switches.push({ file, span, code, line: lineAround(text, index) });
        else tell(why.message, why.help);
      }
    }
  }
}

/** Why a code cannot be switched off; null if it can. */
function whyFixed(code: string): { readonly message: string; readonly help: string } | null {
  const known = Object.keys(DIAGNOSTIC_CODES) as DiagnosticCode[];
  const found = known.find((one) => one === code);
  const soft = known.filter((one) => DIAGNOSTIC_CODES[one][0] !== 'error' && !OWN_CODES.includes(one));
  if (found === undefined) {
    return {
      message: `there is no code \`${code}\` to switch off`,
      help: didYouMean(code, soft) ?? 'docs/lint lists every code',
    };
  }
  if (soft.includes(found)) return null;
  return {
    message: `\`${code}\` cannot be switched off`,
    help: 'mend what it tells, and take the switch away',
  };
}

function lineAround(text: string, index: number): Span {
  const end = text.indexOf('\n', index);
  return { start: text.lastIndexOf('\n', index - 1) + 1, end: end < 0 ? text.length : end };
}
