/**
 * Terminal colours for diagnostics, chosen by the caller: with colour off every style gives the text back unchanged.
 */
/** SGR codes that switch a style on and off again. */
const CODES = {
    red: [31, 39],
    yellow: [33, 39],
    cyan: [36, 39],
    dim: [2, 22],
    bold: [1, 22],
};
/** A painter for a terminal with or without colour. */
export function painter(color) {
    if (!color)
        return (_style, text) => text;
    return (style, text) => `\u001b[${CODES[style][0]}m${text}\u001b[${CODES[style][1]}m`;
}
