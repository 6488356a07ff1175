/** Readings on either side of every test of one fact. */
export function otherReadings(fact, tests) {
    const make = (to, status, value) => ({
        to,
        reading: { fact, status, value, gap: false, because: '', facts: [] },
    });
    return tests.flatMap(({ test }) => {
        if (test.operator === 'is') {
            const asked = test.status === 'uncertain' ? [make('uncertain', 'uncertain', null)] : [];
            return [...asked, make('present', 'present', null), make('absent', 'absent', null)];
        }
        if ('value' in test)
            return numbersAround(test).map(([to, value]) => make(to, 'present', value));
        if ('day' in test) {
            return [
                make(`before ${test.day}`, 'present', '0001-01-01'),
                make(`after ${test.day}`, 'present', '9999-12-31'),
            ];
        }
        const isList = test.operator === 'includes' || test.operator === 'includes-any';
        const named = test.values.map((value) => make(value, 'present', isList ? [value] : value));
        return [...named, make(`not ${test.values.join(' or ')}`, 'absent', null)];
    });
}
function numbersAround(test) {
    const { value } = test;
    const unit = test.unit === null ? '' : ` ${test.unit}`;
    const atLeast = `at least ${value}${unit}`;
    const atMost = `at most ${value}${unit}`;
    const more = `more than ${value}${unit}`;
    const less = `less than ${value}${unit}`;
    switch (test.operator) {
        case 'at-least':
        case 'less-than':
            return [
                [atLeast, value],
                [less, value - 1],
            ];
        case 'at-most':
        case 'more-than':
            return [
                [atMost, value],
                [more, value + 1],
            ];
        case 'equals':
            return [
                [`${value}${unit}`, value],
                [less, value - 1],
                [more, value + 1],
            ];
    }
}
