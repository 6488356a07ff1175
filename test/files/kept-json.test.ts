/** What is kept between runs comes back as it was, in a file of ASCII alone. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asciiJson, packedRow, unpackedRow } from '../../src/files/kept-json.js';

test('JSON in ASCII says the same, whatever letters it holds', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const text = asciiJson(value);
      expect(text).toMatch(/^[\0-\x7f]*$/);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('a packed row comes back number by number', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (row) => {
      expect([...unpackedRow(packedRow(row))]).toEqual(row);
    }),
  );
});
