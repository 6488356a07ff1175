/**
 * Request lines as they stand in letters (`lines/*.yaml`), and what each asks for: as many services, in their order,
 * each with all the words given. `!word` must not be said of it; `a|b`: one of them is.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { brief, parseLine } from '../helpers/request-lines.js';

const FOLDER = 'test/requests/lines';
const bank = z.array(z.strictObject({ line: z.string(), asks: z.array(z.string()).min(1) }));

describe.each(readdirSync(FOLDER))('request lines of %s', (file) => {
  it.each(bank.parse(parse(readFileSync(`${FOLDER}/${file}`, 'utf8'))))('$line', ({ line, asks }) => {
    const said = parseLine(line).map(brief);
    expect(said).toHaveLength(asks.length);
    asks.forEach((asked, i) => {
      const words = said[i]?.split(' ') ?? [];
      const missed = asked
        .split(' ')
        .filter((word) =>
          word.startsWith('!')
            ? words.includes(word.slice(1))
            : !word.split('|').some((one) => words.includes(one)),
        );
      expect(missed, said[i]).toEqual([]);
    });
  });
});
