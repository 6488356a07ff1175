/**
 * Results as SARIF 2.1.0 (OASIS), the form in which editors and code hosts take findings.
 * Not here: what the results are (rule diagnostics, findings in letters).
 */

/** A code that results may have (`reportingDescriptor`). */
export interface SarifRule {
  readonly id: string;
  /** One line on what the code means. */
  readonly description: string;
  readonly helpUri?: string;
}

/** A place in a file (`location`). */
export interface SarifPlace {
  /** Path or name as the output names it. */
  readonly file: string;
  /** From 1; null when the result is about the file as a whole. */
  readonly region: {
    readonly line: number;
    readonly column: number;
    readonly endLine?: number;
    readonly endColumn?: number;
  } | null;
  readonly message?: string;
}

/** One thing that was found (`result`). */
export interface SarifResult {
  readonly code: string;
  readonly level: 'error' | 'warning' | 'note';
  readonly message: string;
  readonly place: SarifPlace;
  readonly related?: readonly SarifPlace[];
}

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** One run as a SARIF document, ready for `JSON.stringify`. Rules that no result has are listed, too. */
export function sarifLog(
  version: string,
  rules: readonly SarifRule[],
  results: readonly SarifResult[],
): unknown {
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'necessity', version, rules: rules.map(ruleObject) } },
        columnKind: 'utf16CodeUnits',
        results: results.map(resultObject),
      },
    ],
  };
}

function ruleObject({ id, description, helpUri }: SarifRule): unknown {
  return { id, shortDescription: { text: description }, ...(helpUri === undefined ? {} : { helpUri }) };
}

function resultObject({ code, level, message, place, related = [] }: SarifResult): unknown {
  return {
    ruleId: code,
    level,
    message: { text: message },
    locations: [locationObject(place)],
    ...(related.length === 0 ? {} : { relatedLocations: related.map(locationObject) }),
  };
}

function locationObject({ file, region, message }: SarifPlace): unknown {
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(file) },
      ...(region === null ? {} : { region: regionObject(region) }),
    },
    ...(message === undefined ? {} : { message: { text: message } }),
  };
}

function regionObject({ line, column, endLine, endColumn }: NonNullable<SarifPlace['region']>): unknown {
  return {
    startLine: line,
    startColumn: column,
    ...(endLine === undefined ? {} : { endLine }),
    ...(endColumn === undefined ? {} : { endColumn }),
  };
}
