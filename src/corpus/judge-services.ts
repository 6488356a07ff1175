/**
 * The stored services of a letter -> the verdict on each. What goes with another service of the letter is judged
 * after that one, as in the pipeline, and then has a form of its own: with what its host came to.
 */
import { decideServices } from '../pipeline/decide-services.js';
import type { CalledAs } from '../pipeline/host-services.js';
import type { Service } from '../vocabulary/service.js';
import type { Evaluator, NumberedVerdict } from './evaluator.js';
import { serviceOf } from './family-plan.js';
import type { ServiceForm } from './letter-facts.js';

/** A service in the numbers of a dictionary. */
export interface NumberedService {
  readonly form: number;
  /** In the order of their facts. */
  readonly readings: readonly number[];
}

/** A service with what it came to. */
export interface JudgedService {
  /** The form under which it was judged, and its number. */
  readonly form: ServiceForm;
  readonly number: number;
  readonly verdict: NumberedVerdict;
}

type Judged = readonly (readonly JudgedService[])[];

/**
 * At once unless some of the services go with others.
 * @param issues the services of each issue of a letter
 */
export function judgeServices(
  issues: readonly (readonly NumberedService[])[],
  date: string | null,
  evaluator: Evaluator,
  calledAs: CalledAs,
): Judged | Promise<Judged> {
  const { cases } = evaluator;
  const formAt = (number: number): ServiceForm => cases.forms[number] as ServiceForm;
  if (issues.some((issue) => issue.some(({ form }) => formAt(form).parent !== null)))
    return judgeInTurn(issues, date, evaluator, calledAs);
  return issues.map((issue) =>
    issue.map(({ form, readings }) => ({
      form: formAt(form),
      number: form,
      verdict: evaluator.verdict(form, readings, date),
    })),
  );
}

/** Some of the services go with others. They are told apart by their words: each gets some of its own. */
async function judgeInTurn(
  issues: readonly (readonly NumberedService[])[],
  date: string | null,
  evaluator: Evaluator,
  calledAs: CalledAs,
): Promise<Judged> {
  const { cases } = evaluator;
  const readings = new Map<Service['words'], readonly number[]>();
  const services = issues.map((issue) =>
    issue.map((one) => {
      const words = { text: '', start: 0, end: 0, line: 1, column: 1 };
      readings.set(words, one.readings);
      return serviceOf(cases.forms[one.form] as ServiceForm, words);
    }),
  );
  const decide = async (service: Service) => {
    const { words, ...form } = service;
    const number = cases.formNumber(form);
    const verdict = evaluator.verdict(number, readings.get(words) ?? [], date);
    return { form: cases.forms[number] as ServiceForm, number, verdict, decision: verdict.decision };
  };
  return decideServices(services, decide, calledAs);
}
