/**
 * How files of examples are named: after their rule, beside it. Apart, so that a file can be told by its name without
 * all that reading it takes.
 */

const SUFFIX = /\.examples\.ya?ml$/i;

/** True for the name of a file of examples. */
export function isExampleFile(file: string): boolean {
  return SUFFIX.test(file);
}

/** The id of the rule that a file of examples is for, by its name. */
export function ruleOfExamples(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? '').replace(SUFFIX, '');
}
