/** A span without the spaces and stray colons at its ends; null if nothing is left. */
export function trimmed(text, from, to) {
    let start = from;
    let end = to;
    while (start < end && (text[start] === ' ' || text[start] === ':'))
        start++;
    while (end > start && text[end - 1] === ' ')
        end--;
    return start < end ? { start, end } : null;
}
