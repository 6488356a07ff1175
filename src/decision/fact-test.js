export function testReading(criterion, reading) {
    const answer = answerOf(criterion.test, reading);
    if (answer === 'met' || answer === 'not-met')
        return { status: answer, assumed: null };
    const status = answer === 'uncertain' ? criterion.whenUncertain : criterion.whenNotDocumented;
    return { status, assumed: status === 'undetermined' ? null : answer };
}
function answerOf(test, reading) {
    const { status, value } = reading;
    if (status === 'not-documented')
        return 'not-documented';
    if (test.operator === 'is') {
        if (status === test.status)
            return 'met';
        return status === 'uncertain' && test.status !== 'uncertain' ? 'uncertain' : 'not-met';
    }
    if (status === 'uncertain')
        return 'uncertain';
    if ('value' in test) {
        if (value === null)
            return status === 'absent' ? compareRange(test, 0, 0) : 'not-documented';
        const [low, high] = rangeOf(value);
        return low === undefined || high === undefined ? 'not-documented' : compareRange(test, low, high);
    }
    if (status === 'absent')
        return 'not-met';
    if (value === null)
        return 'not-documented';
    if ('day' in test)
        return compareDay(test, String(value));
    return compareValues(test, value);
}
function rangeOf(value) {
    if (typeof value === 'number')
        return [value, value];
    if (!Array.isArray(value))
        return [undefined, undefined];
    const [low, high] = value;
    return typeof low === 'number' && typeof high === 'number' ? [low, high] : [undefined, undefined];
}
/** A range that lies on both sides of the limit is uncertain. */
function compareRange(test, low, high) {
    const holds = (n) => compareNumber(test.operator, n, test.value);
    if (test.operator === 'equals' && low < test.value && test.value < high)
        return 'uncertain';
    if (holds(low) !== holds(high))
        return 'uncertain';
    return holds(low) ? 'met' : 'not-met';
}
function compareNumber(operator, n, limit) {
    switch (operator) {
        case 'at-least':
            return n >= limit;
        case 'at-most':
            return n <= limit;
        case 'more-than':
            return n > limit;
        case 'less-than':
            return n < limit;
        case 'equals':
            return n === limit;
    }
}
/** Dates may be partial (`2015`, `2015-10`): then the part that is known must settle it. */
function compareDay(test, date) {
    const limit = test.day.slice(0, date.length);
    if (date === limit)
        return date.length < test.day.length ? 'uncertain' : 'not-met';
    return date < limit === (test.operator === 'before') ? 'met' : 'not-met';
}
/** A choice has one value, a list several; a choice that the case answers in several ways is uncertain. */
function compareValues(test, value) {
    const said = Array.isArray(value) ? value.map(String) : [String(value)];
    const hits = said.filter((one) => test.values.includes(one)).length;
    if (hits === 0)
        return 'not-met';
    const isList = test.operator === 'includes' || test.operator === 'includes-any';
    return isList || hits === said.length ? 'met' : 'uncertain';
}
/** The test in words: `red_flag_any is present`, `conservative_care_weeks at least 4 weeks`. */
export function testInWords(fact, test) {
    if (test.operator === 'is')
        return `${fact} is ${test.status}`;
    const operator = test.operator.replace(/-/g, ' ');
    if ('value' in test)
        return `${fact} ${operator} ${test.value}${test.unit === null ? '' : ` ${test.unit}`}`;
    if ('day' in test)
        return `${fact} ${operator} ${test.day}`;
    const values = test.values.join(', ');
    if (test.operator === 'is-value')
        return `${fact} is ${values}`;
    return `${fact} ${test.operator === 'one-of' ? 'is one of' : operator} ${values}`;
}
