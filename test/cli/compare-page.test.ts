/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** The page of a comparison in a real browser, from the disk: made by the built command line from labelled letters. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, lowContrasts, openBrowser, watch } from '../helpers/browser.js';

const folder = mkdtempSync(join(tmpdir(), 'compare-page-'));
const file = join(folder, 'report.html');
const url = pathToFileURL(file).href;
let browser: Browser;

beforeAll(async () => {
  const letters = ['01', '06', '11', '13', '15', '18', '34'].map(
    (number) => `test/corpus/letter-${number}.txt`,
  );
  execFileSync('node', ['dist/cli/main.js', 'compare', '-q', ...letters, 'seeds', '--report', file]);
  if (hasBrowser) browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(width = 1280, scheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
  await page.goto(url);
  return page;
}

/** The page with one explanation open, in a window of this height. */
async function openCase(height = 900): Promise<Page> {
  const page = await open();
  await page.setViewportSize({ width: 1280, height });
  await page.locator('#issue-list tbody tr', { hasText: 'letter-06' }).first().getByRole('link').click();
  return page;
}

test('the page asks nobody for anything', () => {
  const text = readFileSync(file, 'utf8');
  expect(text).not.toMatch(/(?:src|href)="(?!#|data:)/);
  expect(text).toContain('default-src &#39;none&#39;');
});

describe.skipIf(!hasBrowser)('in a browser', () => {
  test('it opens from the disk without a complaint', async () => {
    const page = await browser.newPage();
    const troubles = watch(page);
    await page.goto(url);
    await page.goto(`${url}#cases`);
    expect(troubles).toEqual([]);
    expect(await page.locator('h1').count()).toBe(1);
    await page.close();
  });

  test.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)(
    'at %i pixels, %s, nothing is wider than the page and every text can be read',
    async (width, scheme) => {
      const page = await open(width, scheme);
      await page.evaluate(() => {
        for (const one of document.querySelectorAll('details')) one.open = true;
      });
      const [wide, room] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        window.innerWidth,
      ]);
      expect(wide).toBeLessThanOrEqual(room ?? 0);
      expect(await lowContrasts(page)).toEqual([]);
      await page.close();
    },
  );

  test('a column sorts up and down, and says so', async () => {
    const page = await open();
    const keys = (): Promise<number[]> =>
      page.$$eval('#deciders tbody tr', (rows) =>
        rows.map((row) => Number((row as HTMLTableRowElement).cells[4]?.dataset.key)),
      );
    const button = page
      .getByRole('table', { name: /Criteria that settled/ })
      .getByRole('button', { name: 'sort by Agree', exact: true });
    const before = await keys();
    await button.click();
    expect(await keys()).toEqual(before.toSorted((a, b) => b - a));
    expect(await page.locator('#deciders th[aria-sort="descending"]').count()).toBe(1);
    await button.press('Enter');
    expect(await keys()).toEqual(before.toSorted((a, b) => a - b));
    expect(await page.locator('#deciders th[aria-sort]').getAttribute('aria-sort')).toBe('ascending');
    await page.close();
  });

  test('the list is filtered by words, agreement and finding, and says how many are left', async () => {
    const page = await open();
    const shown = (): Promise<number> =>
      page.$$eval(
        '#issue-list tbody tr',
        (rows) => rows.filter((row) => !(row as HTMLElement).hidden).length,
      );
    const all = await shown();
    await page.getByLabel('Search').fill('letter-06 hardware');
    expect(await shown()).toBe(1);
    expect(await page.locator('.shown').textContent()).toBe(`1 of ${all} shown`);
    await page.getByLabel('Search').fill('');
    await page.locator('select[name=codes]').selectOption('region-mismatch');
    expect(await shown()).toBe(1);
    await page.locator('select[name=codes]').selectOption('');
    await page.locator('select[name=agreement]').selectOption('disagree');
    const disagreeing = await page.locator('#issue-list tbody tr[data-agreement="disagree"]').count();
    expect(await shown()).toBe(disagreeing);
    await page.locator('a[data-value="region-mismatch"]').click();
    expect(await shown()).toBe(1);
    expect(await page.locator('select[name=agreement]').inputValue()).toBe('');
    expect(await page.locator('select[name=codes]').inputValue()).toBe('region-mismatch');
    await page.close();
  });

  test('an issue leads to its explanation; words lead to their criterion, and back', async () => {
    const page = await open();
    const row = page.locator('#issue-list tbody tr', { hasText: 'letter-06' }).first();
    await row.getByRole('link').click();
    const shown = page.locator('details.case[open]');
    await shown.first().waitFor();
    expect(await shown.count()).toBe(1);
    const evidence = shown.locator('.letter a.evidence').first();
    const [id, target] = [await evidence.getAttribute('id'), await evidence.getAttribute('href')];
    await evidence.click();
    expect(new URL(page.url()).hash).toBe(target);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(target?.slice(1));
    await page.locator(`${target} a[href="#${id}"]`).click();
    expect(new URL(page.url()).hash).toBe(`#${id}`);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(id);
    await page.close();
  });

  test('every link of the page leads somewhere, and no id is there twice', async () => {
    const page = await open();
    const { lost, twice } = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
      const links = [...document.querySelectorAll('a[href^="#"]')].map(
        (one) => one.getAttribute('href')?.slice(1) ?? '',
      );
      return {
        lost: links.filter((one) => document.getElementById(one) === null),
        twice: ids.filter((one, i) => ids.indexOf(one) !== i),
      };
    });
    expect(twice).toEqual([]);
    expect(lost).toEqual([]);
    await page.close();
  });

  test('all can be reached by keyboard: the skip link, the filters, a sorter, an explanation', async () => {
    const page = await open();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the main part');
    const reached = new Set<string>();
    for (let i = 0; i < 400; i++) {
      await page.keyboard.press('Tab');
      const here = await page.evaluate(() => {
        const one = document.activeElement;
        return one === null
          ? ''
          : `${one.tagName}${one.getAttribute('name') ?? ''}${one.className === 'sort' ? '.sort' : ''}`;
      });
      reached.add(here);
    }
    for (const one of ['INPUTwords', 'SELECTagreement', 'SELECTcodes', 'BUTTON.sort', 'SUMMARY', 'A']) {
      expect(reached).toContain(one);
    }
    await page.close();
  });

  test.each(['.letter', '.rule'])('a long %s is reached and scrolled by keyboard alone', async (side) => {
    const page = await openCase(400);
    const pane = page.locator(`details.case[open] ${side}`);
    await page.locator('details.case[open] > summary').focus();
    const isThere = (): Promise<boolean> => pane.evaluate((one) => one === document.activeElement);
    for (let i = 0; i < 200 && !(await isThere()); i++) await page.keyboard.press('Tab');
    expect(await isThere()).toBe(true);
    expect(await pane.evaluate((one) => one.scrollHeight > one.clientHeight)).toBe(true);
    await pane.evaluate((one) => one.scrollTo({ top: 0, behavior: 'instant' }));
    await page.keyboard.press('End');
    await expect.poll(() => pane.evaluate((one) => one.scrollTop)).toBeGreaterThan(0);
    await page.close();
  });

  test('a screen reader hears the two sides apart, the status of a criterion in words, and no sign', async () => {
    const page = await openCase();
    const heard = await page.locator('details.case[open]').ariaSnapshot();
    expect(heard).toContain('region "The letter"');
    expect(heard).toContain('region "The rule"');
    expect(heard).toMatch(/met|not met|undetermined/);
    expect(heard).not.toMatch(/[⚑✓✗✔✘]/u);
    await page.close();
  });

  test('paper holds both sides whole, without what is for screens', async () => {
    const page = await openCase(400);
    await page.emulateMedia({ media: 'print' });
    const cut = await page
      .locator('details.case[open] .sides > section')
      .evaluateAll((all) => all.filter((one) => one.scrollHeight > one.clientHeight + 1).length);
    expect(cut).toBe(0);
    expect(await page.locator('.no-print:visible').count()).toBe(0);
    await page.close();
  });

  test('controls, tables and regions have names', async () => {
    const page = await open();
    const nameless = await page.evaluate(() => {
      const bad: string[] = [];
      for (const one of document.querySelectorAll('button'))
        if (!one.ariaLabel && !one.textContent?.trim()) bad.push('button');
      for (const one of document.querySelectorAll('input, select'))
        if ((one as HTMLInputElement).labels?.length === 0) bad.push('control');
      for (const one of document.querySelectorAll('table'))
        if (!one.caption?.textContent?.trim()) bad.push('table');
      for (const one of document.querySelectorAll('[role=region]')) if (!one.ariaLabel) bad.push('region');
      for (const one of document.querySelectorAll('svg'))
        if (one.getAttribute('aria-hidden') !== 'true') bad.push('svg');
      return bad;
    });
    expect(nameless).toEqual([]);
    await page.close();
  });

  test('without a script the page is whole', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(url);
    expect(await page.locator('#issue-list tbody tr').count()).toBeGreaterThan(10);
    await context.close();
  });
});
