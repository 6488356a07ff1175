import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compiledModule } from '../../src/files/compiled-module.js';

/** A bundle as the build writes it: one function, which fills a module. */
const bundleThat = (gives: string): string =>
  `(function (require, module, bundleUrl) { module.exports = { value: () => ${gives} } })`;

interface Exports {
  readonly value: () => unknown;
}

let folder: string;
let bundle: URL;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'compiled-'));
  bundle = pathToFileURL(join(folder, 'whole.cjs'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const valueIn = (url: URL): unknown => compiledModule<Exports>(url)?.exports.value();

const keepCode = (): void => {
  const compiled = compiledModule<Exports>(bundle);
  compiled?.exports.value();
  compiled?.keep();
};

const codeFiles = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.code'));

describe('a compiled module', () => {
  test('is none where there is no bundle', () => {
    expect(compiledModule(bundle)).toBeNull();
  });

  test('knows where it stands, and what is installed beside it', () => {
    writeFileSync(bundle, bundleThat("[bundleUrl, require('node:path').sep]"));
    expect(valueIn(bundle)).toEqual([bundle.href, '/']);
  });

  test('gives the same with the code that was kept', () => {
    writeFileSync(bundle, bundleThat('6 * 7'));
    keepCode();
    expect(codeFiles()).toHaveLength(1);
    expect(valueIn(bundle)).toBe(42);
  });

  test('never runs the code of another bundle, be it as long', () => {
    writeFileSync(bundle, bundleThat('6 * 7'));
    keepCode();
    writeFileSync(bundle, bundleThat('6 * 8'));
    expect(valueIn(bundle)).toBe(48);
  });

  test('is compiled anew where the code is spoilt', () => {
    writeFileSync(bundle, bundleThat('6 * 7'));
    keepCode();
    for (const name of codeFiles()) writeFileSync(join(folder, name), 'spoilt');
    expect(valueIn(bundle)).toBe(42);
  });
});
