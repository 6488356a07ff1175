/**
 * What keeps a file from being YAML, in words for authors, at the place where it is mended.
 * In: the text and what the parser stumbled over, which is often behind the cause: a quote or bracket that is never
 * closed, a line that is indented too far. Out: one problem, since what follows mostly follows from it.
 */
import { type Document, Lexer } from 'yaml';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../text/source-text.js';

type ParserError = Document.Parsed['errors'][number];

interface Told {
  readonly message: string;
  readonly help?: string;
  readonly span?: Span;
}

const LONGEST_SHOWN = 40;
const BEHIND_QUOTE = "write a quote within as `''`, or put all of the text in double quotes";

/** The first error of the parser, or the tab that it stumbled over. */
export function syntaxProblem(file: string, text: string, document: Document.Parsed): Diagnostic | null {
  const errors = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  const first = errors.find((error) => error.code === 'TAB_AS_INDENT') ?? errors[0];
  if (first === undefined) return null;
  const start = textFrom(first.pos[0], text);
  const told = tabBefore(first.pos[0], text) ?? inOurWords(first, text, start);
  const span = told.span ?? { start, end: Math.max(first.pos[1], start + 1) };
  return diagnostic(
    'yaml-syntax',
    file,
    span,
    told.message,
    told.help === undefined ? {} : { help: told.help },
  );
}

function inOurWords({ code, message, pos }: ParserError, text: string, start: number): Told {
  switch (code) {
    case 'TAB_AS_INDENT':
      return aTab(text, pos[0]);
    case 'BAD_SCALAR_START':
      return /a tab/.test(message) ? aTab(text, pos[0]) : reserved(text, start);
    case 'BAD_ALIAS':
      return /empty/.test(message) ? reserved(text, start) : { message: oneLine(message) };
    case 'MULTIPLE_DOCS':
      return {
        message: 'a second document begins here',
        help: 'give it a file of its own, and take `---` away',
      };
    case 'TAG_RESOLVE_FAILED':
      return {
        message: 'tags are not part of the rule language',
        help: 'take it away, or put the text in quotes',
      };
    case 'BAD_DQ_ESCAPE':
      return { message: oneLine(message), help: 'write `\\\\` for `\\`, or put the text in single quotes' };
    case 'BLOCK_IN_FLOW':
      return hasKey(text.slice(start, endOfLine(text, start)))
        ? NO_COMMA
        : { message: 'a list with `- ` stands within brackets', help: 'write it in brackets: `[ … ]`' };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return keyWithinText(text, start);
    case 'MULTILINE_IMPLICIT_KEY':
      return openedBefore(pos[0], text).bracket < 0 ? noKey(text, start) : NO_COMMA;
    case 'BAD_INDENT':
      return badIndent(message, text, pos[0], start);
    case 'MISSING_CHAR':
      return missingSign(message, text, pos[0], start);
    case 'UNEXPECTED_TOKEN':
      return unexpected(message, text, start);
    default:
      return { message: oneLine(message) };
  }
}

const NO_COMMA: Told = {
  message: 'a comma is missing between this and the next key',
  help: 'put a comma there, or put the text in quotes',
};

/** @param start where the sign stands */
function reserved(text: string, start: number): Told {
  const sign = text[start] ?? '';
  const shown = sign === '`' ? 'a backtick' : `\`${sign}\``;
  const span = { start, end: start + 1 };
  return {
    message: `a text without quotes cannot begin with ${shown}`,
    help: 'put the text in quotes',
    span,
  };
}

function unexpected(message: string, text: string, start: number): Told {
  const sign = text[start] ?? '';
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(from, start);
  if (/^Block scalar header|^Not a YAML token/.test(message) && /[>|]\s*$/.test(before))
    return reserved(text, from + Math.max(before.lastIndexOf('>'), before.lastIndexOf('|')));
  if (/\*[^\s*]+\s+$/.test(before)) return reserved(text, from + before.lastIndexOf('*'));
  if (/['"]\s*$/.test(before))
    return { message: 'text stands behind a quote that is closed already', help: BEHIND_QUOTE };
  if (/[\]}]\s*$/.test(before) && !/[\]}]/.test(sign))
    return {
      message: 'text stands behind a bracket that is closed already',
      help: 'put all of it in quotes',
    };
  if (/[\]}]/.test(sign))
    return { message: `the \`${sign}\` closes nothing`, help: 'take it away, or put the text in quotes' };
  if (sign === ',') return { message: 'a comma too many', help: 'take it away' };
  if (/block-seq-ind on same line/.test(message))
    return {
      message: 'a list begins on the line of its key',
      help: 'begin a new line, or put the text in quotes',
    };
  return { message: oneLine(message) };
}

/** The tab that the line of a place begins with: whatever the parser says, that is what is wrong. */
function tabBefore(at: number, text: string): Told | null {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  return /^ *\t/.test(text.slice(from, endOfLine(text, from))) ? aTab(text, from) : null;
}

const hasKey = (line: string): boolean => /:(?:\s|$)/.test(line);

function missingSign(message: string, text: string, at: number, start: number): Told {
  if (/closing .quote/.test(message)) {
    const from = openedBefore(at, text).quote;
    const help = "close it; a quote within a text in single quotes is written `''`";
    return { message: 'a text in quotes is not closed', help, span: { start: from, end: from + 1 } };
  }
  if (/end with a [}\]]/.test(message)) return openBracket(text, at);
  if (/followed by map values/.test(message)) return noKey(text, start);
  if (/^Missing , /.test(message))
    return { message: 'a comma is missing before this', help: 'put one there' };
  if (/^Comments must/.test(message))
    return {
      message: 'a comment begins without a space',
      help: 'put a space before `#`, or the text in quotes',
    };
  if (/without - indicator/.test(message))
    return { message: 'a member of a list begins with `- `', help: 'write `- `, or indent the line' };
  return { message: oneLine(message) };
}

function badIndent(message: string, text: string, at: number, start: number): Told {
  if (/end with a [}\]]/.test(message)) return openBracket(text, at);
  if (!/same column/.test(message)) return { message: oneLine(message) };
  const above = /sequence/.test(message) ? 'members' : 'keys';
  return {
    message: `this line does not begin in the column of the ${above} above it`,
    help: 'put as many spaces before it as before them',
    span: { start, end: endOfLine(text, start) },
  };
}

/** What word processors make of `- `. */
const ODD_DASH = /^\s*([\u2010-\u2015\u2212\u2022])\s/;

function oddDash(dash: string, text: string, from: number): Span {
  const start = text.indexOf(dash, from);
  return { start, end: start + dash.length };
}

/** A key and its value within what the parser takes for a text: on the same line, or on the next one. */
function keyWithinText(text: string, start: number): Told {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const isFirst = text.slice(lineStart, start).trim() === '';
  const end = endOfLine(text, start);
  if (!isFirst && hasKey(text.slice(start, end)))
    return {
      message: 'a second key on one line',
      help: 'put a text with `: ` in it in quotes, or begin a new line',
    };
  const [, dash] = (isFirst ? null : ODD_DASH.exec(text.slice(lineStart, start))) ?? [];
  if (dash !== undefined)
    return {
      message: `\`${dash}\` begins no member of a list`,
      help: 'write `- `',
      span: oddDash(dash, text, lineStart),
    };
  const from = isFirst ? start : textFrom(end, text);
  return {
    message: 'this line is indented as if it went on with the text above it',
    help: 'put as many spaces before it as before the lines that it belongs with',
    span: { start: from, end: endOfLine(text, from) },
  };
}

function noKey(text: string, start: number): Told {
  const end = endOfLine(text, start);
  const line = text.slice(start, end).trim();
  const shown = line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}…` : line;
  const help = /:[^\s]/.test(line)
    ? 'put a space behind the colon'
    : line.startsWith('- ')
      ? 'take `- ` away, or indent the list below its key'
      : 'write `key: value`, or indent it if it belongs to the text above';
  return { message: `\`${shown}\` is no key with a value`, help, span: { start, end } };
}

function aTab(text: string, at: number): Told {
  const found = text.indexOf('\t', at);
  const start = found < 0 ? at : found;
  return {
    message: 'tabs are not allowed as indentation',
    help: 'indent with spaces',
    span: { start, end: start + 1 },
  };
}

function openBracket(text: string, at: number): Told {
  const bracket = Math.max(0, openedBefore(at, text).bracket);
  const sign = text[bracket] ?? '{';
  const closing = sign === '{' ? '}' : ']';
  return {
    message: `the \`${sign}\` is not closed`,
    help: `close it with \`${closing}\`, or indent the lines up to the \`${closing}\``,
    span: { start: bracket, end: bracket + 1 },
  };
}

/** Tokens of the lexer that stand for no character of the text. */
const WITHOUT_TEXT = new Set(['\u0002', '\u0018', '\u001f']);

/** Where the innermost open bracket (-1: there is none), and the last text in quotes, before a place begin. */
function openedBefore(end: number, text: string): { readonly bracket: number; readonly quote: number } {
  const open: number[] = [];
  let [at, quote] = [0, 0];
  for (const token of new Lexer().lex(text)) {
    if (WITHOUT_TEXT.has(token)) continue;
    if (at >= end) break;
    if (token === '[' || token === '{') open.push(at);
    else if (token === ']' || token === '}') open.pop();
    else if (/^['"]/.test(token)) quote = at;
    at += token.length;
  }
  return { bracket: open.at(-1) ?? -1, quote };
}

/** The place, or the first character after it that is no space. */
function textFrom(at: number, text: string): number {
  const found = text.slice(at).search(/[^ \n\r]/);
  return found < 0 ? at : at + found;
}

function endOfLine(text: string, at: number): number {
  const end = text.slice(at).search(/[\r\n]/);
  return end < 0 ? text.length : at + end;
}

/** The first line of a parser's message in our style: lower case, no final stop. */
function oneLine(message: string): string {
  const line = (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '').replace(/[.:]$/, '');
  return line.charAt(0).toLowerCase() + line.slice(1);
}
