/** How the facts are named that a request states of itself, `req_quantity`: no lexicon phrase gives them. */
export const REQUEST_PREFIX = 'req_';

/** True for facts that the request states of itself. */
export const isRequestFact = (fact: string): boolean => fact.startsWith(REQUEST_PREFIX);

/** The fact that a qualifier of the request is read as. */
export const requestFact = (qualifier: string): string => `${REQUEST_PREFIX}${qualifier}`;
