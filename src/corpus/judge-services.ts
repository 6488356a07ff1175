/**
 * The stored services of a letter -> the verdict on each. What goes with another service of the letter is judged
 * after that one, as in the pipeline, and then has a form of its own: with what its host came to.
 */
import { decideServices } from '../pipeline/decide-services.js';
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

export interface JudgedService {
  readonly form: ServiceForm;
  readonly verdict: NumberedVerdict;
}

/**
 * @param issues the services of each issue of a letter
 * @param calledAs what other services call a family that they go with
 */
export async function judgeServices(
  issues: readonly (readonly NumberedService[])[],
  date: string | null,
  evaluator: Evaluator,
  calledAs: (family: string) => string | null,
): Promise<readonly (readonly JudgedService[])[]> {
  const { cases } = evaluator;
  const formOf = ({ form }: NumberedService): ServiceForm => cases.forms[form] as ServiceForm;
  const judge = async (form: number, readings: readonly number[]): Promise<JudgedService> => {
    const found = evaluator.verdict(form, readings, date);
    return {
      form: cases.forms[form] as ServiceForm,
      verdict: found instanceof Promise ? await found : found,
    };
  };
  if (issues.every((issue) => issue.every((one) => formOf(one).parent === null))) {
    return Promise.all(issues.map((issue) => Promise.all(issue.map((one) => judge(one.form, one.readings)))));
  }
  // Services are told apart by their words: each gets some of its own.
  const readings = new Map<Service['words'], readonly number[]>();
  const services = issues.map((issue) =>
    issue.map((one) => {
      const words = { text: '', start: 0, end: 0, line: 1, column: 1 };
      readings.set(words, one.readings);
      return serviceOf(formOf(one), words);
    }),
  );
  const decide = async (service: Service) => {
    const { words, ...form } = service;
    const { form: own, verdict } = await judge(cases.formNumber(form), readings.get(words) ?? []);
    return { form: own, verdict, decision: verdict.decision };
  };
  return decideServices(services, decide, calledAs);
}
