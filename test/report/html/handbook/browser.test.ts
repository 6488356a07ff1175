/** The handbook in a real browser, opened from the disk. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRuleFolder } from '../../../../src/files/read-rule-folder.js';
import { readSearchLibrary, writeSite } from '../../../../src/files/write-site.js';
import { checkFolder } from '../../../../src/pipeline/check-folder.js';
import { handbookFiles } from '../../../../src/report/html/handbook/handbook.js';
import { hasBrowser, openBrowser } from '../../../helpers/browser.js';

const SAMPLES = [
  'index.html',
  'facts.html',
  'services.html',
  'guideline-odg-low-back-2015.html',
  'rule-odg-lumbar-ct.html',
  'fact-conservative_care_weeks.html',
  'service-opioid.html',
];

describe.skipIf(!hasBrowser)(
  `the handbook in a browser${hasBrowser ? '' : ' (skipped: Chromium is not installed)'}`,
  () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'handbook-')), 'site');
    const trouble: string[] = [];
    let browser: Browser;

    beforeAll(async () => {
      const { checked, examples } = checkFolder(readRuleFolder('rules', 'rules'));
      if (checked === null) throw new Error('the rules have errors');
      const files = handbookFiles(checked.lexicon, checked.rules, examples, await readSearchLibrary());
      expect(await writeSite(folder, files)).toBeNull();
      browser = await openBrowser();
    }, 120_000);

    afterAll(async () => {
      await browser?.close();
      rmSync(join(folder, '..'), { recursive: true, force: true });
    });

    async function open(file: string, width = 1100): Promise<Page> {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      page.on('console', (message) => trouble.push(`${file}: ${message.text()}`));
      page.on('pageerror', (error) => trouble.push(`${file}: ${error.message}`));
      page.on('request', (request) => {
        if (!/^(file|data):/.test(request.url())) trouble.push(`${file} asks for ${request.url()}`);
      });
      await page.goto(`file://${folder}/${file}`);
      return page;
    }

    test.each(SAMPLES)(
      '%s has no width that a phone lacks, and its landmarks',
      async (file) => {
        const page = await open(file, 390);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
        for (const landmark of ['banner', 'main', 'contentinfo', 'search'] as const)
          expect(await page.getByRole(landmark).count(), landmark).toBe(1);
        await page.close();
      },
      30_000,
    );

    test('the search finds a rule by a phrase of its criteria, by keyboard alone', async () => {
      const page = await open('facts.html');
      await page.keyboard.press('/');
      await page.keyboard.type('films do not confirm that the fusion is solid');
      const hit = page.locator('#found a[href="rule-odg-lumbar-ct.html"]');
      await hit.waitFor();
      expect(await page.getByRole('status').textContent()).toMatch(/^\d+ pages?\.$/);
      await hit.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/rule-odg-lumbar-ct.html');
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('CT of the lumbar spine');
      await page.close();
    }, 30_000);

    test('the search finds a fact by words of letters, with a typing error and half a word', async () => {
      const page = await open('index.html');
      await page.getByRole('searchbox').fill('straigth leg rais');
      await page.locator('#found a[href^="fact-"]').first().waitFor();
      await page.getByRole('searchbox').fill('zzqqxx');
      await page.getByText('Nothing was found.').waitFor();
      await page.keyboard.press('Escape');
      expect(await page.locator('#results').isHidden()).toBe(true);
      await page.close();
    }, 30_000);

    test('paper shows the rule without what is for screens', async () => {
      const page = await open('rule-odg-lumbar-ct.html', 700);
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await page.getByRole('searchbox').isVisible()).toBe(false);
      expect(await page.getByRole('heading', { name: 'Criteria' }).isVisible()).toBe(true);
      const ground = await page.evaluate('getComputedStyle(document.body).backgroundColor');
      expect(ground).toBe('rgb(255, 255, 255)');
      expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
      await page.close();
    }, 30_000);

    test('the first stop of the keyboard leads past the navigation', async () => {
      const page = await open('index.html');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('main');
      await page.close();
    }, 30_000);

    test('no page complained or asked for a network', () => expect(trouble).toEqual([]));
  },
);
