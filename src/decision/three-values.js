export function negate(status) {
    if (status === 'undetermined')
        return status;
    return status === 'met' ? 'not-met' : 'met';
}
/** Met as soon as `count` members are met; not met as soon as too few are left that could be. */
export function atLeast(count, members) {
    const met = members.filter((status) => status === 'met').length;
    const open = members.filter((status) => status === 'undetermined').length;
    if (met >= count)
        return 'met';
    return met + open < count ? 'not-met' : 'undetermined';
}
/** How many members of a group must be met. */
export function neededCount(kind, count, size) {
    if (kind === 'all')
        return size;
    return kind === 'any' ? 1 : (count ?? size);
}
/** The status of a group from those of its members. */
export function groupStatus(kind, count, members) {
    if (kind === 'not')
        return negate(members[0] ?? 'undetermined');
    return atLeast(neededCount(kind, count, members.length), members);
}
