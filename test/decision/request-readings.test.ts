import { describe, expect, it } from 'vitest';
import { readRequest } from '../../src/decision/request-readings.js';
import { service } from '../helpers/rules.js';

const read = (fact: string, more: Parameters<typeof service>[0]): unknown[] => {
  const { status, value } = readRequest(fact, service(more));
  return [status, value];
};

describe('a request attribute', () => {
  it.each([
    ['req_service', { family: 'ct' }, 'present', 'ct'],
    ['req_service', { family: 'unknown' }, 'not-documented', null],
    ['req_quantity', { quantity: 12 }, 'present', 12],
    ['req_quantity', {}, 'not-documented', null],
    ['req_laterality', { laterality: 'left' }, 'present', 'left'],
    ['req_frequency', { frequency: '3/week' }, 'present', 3],
    ['req_level_count', { levels: ['L3-4', 'L4-5'] }, 'present', 2],
    ['req_level_count', { levels: ['L3', 'L4', 'L5'] }, 'present', 2],
    ['req_level_count', { levels: ['L5'] }, 'present', 1],
    ['req_level_count', {}, 'not-documented', null],
    ['req_repeat', { modifiers: { repeat: true } }, 'present', null],
    ['req_repeat', { modifiers: { repeat: false } }, 'absent', null],
    ['req_contrast', { modifiers: { contrast: 'without' } }, 'present', 'without'],
    ['req_toString', {}, 'not-documented', null],
    ['req___proto__', {}, 'not-documented', null],
  ] as const)('%s of %o is %s %s', (fact, more, status, value) => {
    expect(read(fact, more)).toEqual([status, value]);
  });

  it('rests on the words of the request line', () => {
    const { facts } = readRequest('req_quantity', service({ quantity: 12 }));
    expect(facts[0]?.evidence[0]?.text).toBe('MRI of the lumbar spine');
  });
});
