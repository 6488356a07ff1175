/**
 * Questions that are often asked of a store, by name. They use the views that docs/store.md describes.
 */

/** A question with what it answers, for the list of them. */
export interface NamedQuery {
  /** As a phrase: `findings by code`. */
  readonly about: string;
  readonly sql: string;
}

const SHARE = (part: string): string => `round(100.0 * count(*) FILTER (${part}) / nullif(count(*), 0), 1)`;
const COMPARED = "agreement <> 'not-comparable'";

const agreementBy = (column: string, from = 'issues'): string =>
  `SELECT ${column}, count(*) AS issues, count(*) FILTER (${COMPARED}) AS compared,
  round(100.0 * count(*) FILTER (agreement = 'agree') / nullif(count(*) FILTER (${COMPARED}), 0), 1) AS agree_percent,
  ${SHARE("actual = 'upheld'")} AS upheld_percent
FROM ${from} GROUP BY ALL ORDER BY issues DESC, 1`;

const WITH_SERVICES =
  '(SELECT i.*, s.* EXCLUDE (letter_id, issue) FROM issues i JOIN services s USING (letter_id, issue))';

/** By the name that `necessity query` takes, in the order in which they are listed. */
export const NAMED_QUERIES: Readonly<Record<string, NamedQuery>> = {
  'agreement-by-service': {
    about: 'how often predictions and determinations agree, by family of service',
    sql: agreementBy('family', WITH_SERVICES),
  },
  'agreement-by-guideline': {
    about: 'the same by the guideline that decided',
    sql: agreementBy('guideline', WITH_SERVICES),
  },
  'agreement-by-year': { about: 'the same by year', sql: agreementBy('year') },
  'agreement-by-specialty': { about: 'the same by specialty of the reviewer', sql: agreementBy('specialty') },
  'undetermined-reasons': {
    about: 'why services are undetermined, and how many each reason keeps open',
    sql: `SELECT reason, family, count(*) AS services FROM services WHERE decision = 'undetermined'
GROUP BY ALL ORDER BY services DESC, reason, family`,
  },
  'missing-facts': {
    about: 'facts whose documentation would settle most services',
    sql: `SELECT fact, count(*) AS services, count(*) FILTER (decision = 'undetermined') AS undetermined
FROM (SELECT unnest(undocumented) AS fact, decision FROM services) GROUP BY fact ORDER BY undetermined DESC, services DESC, fact`,
  },
  'missing-rules': {
    about: 'services that no rule addresses, most frequent first',
    sql: `SELECT family, region, count(*) AS services FROM services WHERE reason = 'no-rule'
GROUP BY ALL ORDER BY services DESC, family, region`,
  },
  'deciding-criteria': {
    about: 'which criteria decide, how often, and which way',
    sql: `SELECT rule, criterion, decision, count(*) AS services
FROM (SELECT rule, decision, unnest(decided_by) AS criterion FROM services) GROUP BY ALL ORDER BY services DESC, rule, criterion, decision`,
  },
  'unused-criteria': {
    about: 'criteria that come out the same for every service that their rule governs',
    sql: `SELECT rule, criterion, any_value(status) AS always, count(*) AS services FROM criteria
GROUP BY rule, criterion HAVING count(DISTINCT status) = 1 ORDER BY services DESC, rule, criterion`,
  },
  findings: {
    about: 'findings by code',
    sql: 'SELECT code, count(*) AS findings, count(DISTINCT letter_id) AS letters FROM findings GROUP BY code ORDER BY findings DESC, code',
  },
  disagreements: {
    about: 'issues whose prediction and determination differ, with what was said',
    sql: `SELECT i.document, i.issue, i.request, i.predicted, i.actual, f.message
FROM issues i JOIN findings f USING (letter_id, issue) WHERE f.code = 'outcome-disagrees' ORDER BY i.letter_id, i.issue`,
  },
  unread: {
    about: 'inputs that could not be read, or lack what a judgement needs',
    sql: `SELECT document, error_code AS code, error_message AS message FROM letters WHERE error_code IS NOT NULL
UNION ALL SELECT l.document, p.code, p.message FROM problems p JOIN letters l USING (letter_id) WHERE p.severity = 'error'
ORDER BY document, code`,
  },
  'fact-frequency': {
    about: 'how many letters state each fact, and how',
    sql: `SELECT fact, status, count(DISTINCT letter_id) AS letters FROM facts GROUP BY ALL ORDER BY letters DESC, fact, status`,
  },
};
