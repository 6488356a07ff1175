/**
 * The report of a comparison as text: headline figures beside the baselines, the table of outcomes, parts of the
 * corpus, what is undetermined and why, findings, twins.
 */
import type { Dimension } from '../../statistics/dimensions.js';
import { counted, type TextStyle } from '../words.js';
import { indented } from '../wrap.js';
import type { CompareReport, ReportEstimate, ReportSlice } from './compare-schema.js';
import { coefficient, coefficientRange, percent, percentRange, readable, whole } from './figures-text.js';
import { FINDING_MEANINGS } from './finding-meanings.js';
import { causeText, DIMENSION_TITLES, partName } from './report-words.js';
import { columns } from './text-columns.js';

/** Rows of a list; the JSON and HTML reports have them all. */
const MOST_ROWS = 12;
const INDENT = 2;

/**
 * Long lists are cut, and the text says how many more there are; blocks with nothing to say are left out. Ends with a
 * line end.
 */
export function compareText(report: CompareReport, style: TextStyle): string {
  const blocks = [
    headText(report, style),
    figuresBlock(report, style),
    outcomesBlock(report, style),
    ...Object.entries(report.by).map(([dimension, slices]) =>
      partsBlock(dimension as Dimension, slices, style),
    ),
    causesBlock(report, style),
    decidersBlock(report, style),
    findingsBlock(report, style),
    twinsBlock(report, style),
    repeatsBlock(report, style),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function headText({ letters, unread, overall }: CompareReport, style: TextStyle): string {
  const errors = unread === 0 ? '' : `; ${counted(unread, 'input')} with errors`;
  const counts = `${whole(letters)} ${letters === 1 ? 'letter' : 'letters'}, ${whole(overall.issues)} ${overall.issues === 1 ? 'issue' : 'issues'}${errors}`;
  return style.paint('bold', counts);
}

function block(title: string, lines: readonly string[], style: TextStyle): string {
  return lines.length === 0 ? '' : [style.paint('bold', title), ...lines].join('\n');
}

function figuresBlock({ overall, baselines }: CompareReport, style: TextStyle): string {
  const rate = (name: string, one: ReportEstimate, note = ''): readonly string[] => [
    name,
    percent(one.value),
    percentRange(one),
    `of ${whole(one.n)}`,
    note,
  ];
  const number = (name: string, one: ReportEstimate, note = ''): readonly string[] => [
    name,
    coefficient(one.value),
    coefficientRange(one),
    `of ${whole(one.n)}`,
    note,
  ];
  const { majority, perCategory } = baselines;
  return block(
    'Figures, with 95 % intervals',
    columns(
      [
        rate('coverage', overall.coverage, 'predicted, of the issues with an outcome'),
        rate('agreement', overall.agreement, 'of those'),
        rate('  commonest outcome', majority.agreement, avoided(majority.errorsAvoided)),
        rate('  that of the category', perCategory.agreement, avoided(perCategory.errorsAvoided)),
        rate('balanced accuracy', overall.balancedAccuracy),
        rate('macro F1', overall.macroF1),
        number('MCC', overall.mcc),
        number("Cohen's kappa", overall.kappa),
      ],
      [false, true, true, true, false],
      style.width,
    ),
    style,
  );
}

function avoided(share: number | null): string {
  if (share === null) return 'always predicted';
  return share < 0
    ? `always predicted; ${percent(-share)} more errors are made`
    : `always predicted; ${percent(share)} of its errors are avoided`;
}

function outcomesBlock({ overall }: CompareReport, style: TextStyle): string {
  const names = ['upheld', 'overturned', 'in part', 'none stated'];
  const rows = overall.confusion
    .map((row, i) => [names[i] ?? '', ...row.map(whole)])
    .filter((_, i) => i < 2 || (overall.confusion[i] ?? []).some((count) => count > 0));
  const head = ['determined \\ predicted', 'upheld', 'overturned', 'in part', 'undetermined'];
  const classes = overall.classes
    .filter((one) => one.recall.n > 0 || one.precision.n > 0)
    .map((one) => [
      one.outcome,
      `precision ${percent(one.precision.value)}`,
      `(${percentRange(one.precision)})`,
      `recall ${percent(one.recall.value)}`,
      `(${percentRange(one.recall)})`,
      `F1 ${percent(one.f1.value)}`,
    ]);
  return block(
    'Outcomes',
    [
      ...columns([head, ...rows], [false, true, true, true, true], style.width),
      '',
      ...columns(classes, [false, false, false, false, false, false], style.width),
    ],
    style,
  );
}

function partsBlock(dimension: Dimension, slices: readonly ReportSlice[], style: TextStyle): string {
  const head = ['', 'issues', 'predicted', 'agreement', '95 %', 'commonest', 'kappa'];
  const rows = slices
    .slice(0, MOST_ROWS)
    .map((slice) => [
      partName(dimension, slice.name, style),
      whole(slice.issues),
      percent(slice.coverage.value),
      percent(slice.agreement.value),
      percentRange(slice.agreement),
      percent(slice.majority.value),
      coefficient(slice.kappa.value),
    ]);
  const lines = columns([head, ...rows], [false, true, true, true, true, true, true], style.width);
  return block(DIMENSION_TITLES[dimension], withMore(lines, slices.length), style);
}

function withMore(lines: readonly string[], all: number): readonly string[] {
  const more = all - MOST_ROWS;
  return more > 0 ? [...lines, `${' '.repeat(INDENT)}and ${whole(more)} more`] : lines;
}

function causesBlock({ undetermined, causes }: CompareReport, style: TextStyle): string {
  if (undetermined === 0) return '';
  const rows = causes
    .slice(0, MOST_ROWS)
    .map((cause) => [
      whole(cause.issues),
      percent(cause.share),
      cause.alone === 0 ? '' : `${whole(cause.alone)} by this alone`,
      causeText(cause, style),
    ]);
  const title = `Undetermined: ${counted(undetermined, 'issue')}; what stands in the way of most`;
  return block(title, withMore(columns(rows, [true, true, false, false], style.width), causes.length), style);
}

function decidersBlock({ deciders }: CompareReport, style: TextStyle): string {
  const rows = deciders
    .slice(0, MOST_ROWS)
    .map((one) => [
      whole(one.issues),
      `${one.rule}: ${one.criterion}`,
      `${whole(one.agree)} agree, ${whole(one.disagree)} disagree`,
    ]);
  return block(
    'What decided',
    withMore(columns(rows, [true, false, false], style.width), deciders.length),
    style,
  );
}

function findingsBlock({ findings, stale }: CompareReport, style: TextStyle): string {
  const rows = findings.map((one) => [
    whole(one.count),
    one.accepted === 0 ? '' : `${whole(one.accepted)} accepted`,
    one.code,
    FINDING_MEANINGS[one.code],
  ]);
  const old = stale.map((entry) => `${entry.document} issue ${entry.issue}: ${entry.code}`);
  return block(
    'Findings',
    [
      ...(rows.length === 0
        ? [`${' '.repeat(INDENT)}none`]
        : columns(rows, [true, false, false, false], style.width)),
      ...(old.length === 0 ? [] : ['', `${' '.repeat(INDENT)}Accepted before, and found no more:`]),
      ...old.flatMap((text) => indented(text, style.width, INDENT + 2, 2)),
    ],
    style,
  );
}

function twinsBlock({ twins }: CompareReport, style: TextStyle): string {
  if (twins.unlike === 0) return '';
  const lines = twins.groups.slice(0, MOST_ROWS).flatMap((group) => {
    const what = [group.family, group.region, group.laterality, ...group.levels].filter(
      (one) => one !== null,
    );
    const sides = group.sides.map((side) => `${whole(side.issues)} ${side.outcome}`).join(', ');
    const places = group.sides.flatMap((side) => side.samples.slice(0, 1));
    const where = places.map((place) => `${place.document} issue ${place.issue}`).join(' and ');
    const differing = group.differences?.slice(0, 4).map((one) => readable(one.fact)) ?? [];
    return [
      ...indented(
        `${readable(what.join(', '))}: ${sides}; by ${group.rule}: ${group.decidedBy.join(', ')}`,
        style.width,
        INDENT,
        2,
      ),
      ...indented(`such as ${where}`, style.width, INDENT + 2, 2),
      ...(differing.length === 0
        ? []
        : indented(`which differ in ${differing.join(', ')}`, style.width, INDENT + 2, 2)),
    ];
  });
  const title = `Like facts with unlike outcomes: ${whole(twins.unlike)} of ${whole(twins.compared)} kinds of cases that occur more than once`;
  return block(title, withMore(lines, twins.groups.length), style);
}

function repeatsBlock({ repeats }: CompareReport, style: TextStyle): string {
  if (repeats === null) return '';
  const counts = `letters that nearly repeat an earlier one: ${whole(repeats.letters)}; issues of theirs that are not counted: ${whole(repeats.issues)}`;
  const rows = repeats.groups.slice(0, MOST_ROWS).map((one) => [whole(one.letters), `as ${one.first}`]);
  return block(
    'Repeated letters',
    [`${' '.repeat(INDENT)}${counts}`, ...columns(rows, [true, false], style.width)],
    style,
  );
}
