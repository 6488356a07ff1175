import { diagnostic } from './diagnostic.js';
/** One diagnostic per problem, in the same order. */
export function decodingDiagnostics(file, problems) {
    return problems.map(({ code, span, message, help }) => diagnostic(code, file, span, message, help === undefined ? {} : { help }));
}
