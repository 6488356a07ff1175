/** The UR date counts only where it stands before the summary: nothing behind the summary may change a prediction. */
export function predictionInput(document) {
    const { source, summary, issues, header } = document;
    const { urDate } = header;
    const isBefore = urDate !== null && (summary === null || urDate.quote.end <= summary.start);
    return {
        source,
        summary,
        requests: issues.map((issue) => issue.request),
        headerUrDate: isBefore ? urDate.value : null,
    };
}
