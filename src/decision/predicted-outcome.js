/**
 * @returns `undetermined` while an undetermined service could still change the outcome; once services differ it
 * is overturned in part, whatever the others come to
 */
export function predictOutcome(decisions) {
    const has = (value) => decisions.some((one) => one.decision === value);
    if (has('medically-necessary') && has('not-medically-necessary'))
        return 'overturned-in-part';
    if (decisions.length === 0 || has('undetermined'))
        return 'undetermined';
    return has('medically-necessary') ? 'overturned' : 'upheld';
}
