/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * A real Chromium for tests of pages, and what a page must never do in it. `CHROMIUM` names another one.
 */
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const PATH = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];

/** False where there is no Chromium: tests say so and are skipped. */
export const hasBrowser = existsSync(PATH);

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: PATH, args: ARGUMENTS });
}

/** Everything that a page complained of, or asked a network for. */
export function watch(page: Page): readonly string[] {
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'info' && message.type() !== 'log') troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('request', (request) => {
    if (!/^(?:file|data|about):/.test(request.url())) troubles.push(`asks for ${request.url()}`);
  });
  return troubles;
}

/**
 * Texts whose contrast with the ground they stand on is less than WCAG 2.2 asks (1.4.3: 4.5, or 3 for large text),
 * worked out from the computed styles.
 */
export function lowContrasts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const rgba = (color: string): number[] => {
      if (!canvas) throw new Error('no canvas');
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return [r, g, b, a / 255];
    };
    const over = ([r = 0, g = 0, b = 0, a = 0]: number[], below: number[]): number[] =>
      [r, g, b].map((part, i) => part * a + (below[i] ?? 0) * (1 - a));
    const light = (color: number[]): number => {
      const [r = 0, g = 0, b = 0] = color.map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const groundOf = (element: Element): number[] => {
      const chain: Element[] = [];
      for (let one: Element | null = element; one; one = one.parentElement) chain.unshift(one);
      return chain.reduce(
        (ground, one) => over(rgba(getComputedStyle(one).backgroundColor), ground),
        [255, 255, 255],
      );
    };
    const low: string[] = [];
    for (const element of document.querySelectorAll('body *')) {
      const isText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      if (!isText || element.getClientRects().length === 0) continue;
      const style = getComputedStyle(element);
      const ground = groundOf(element);
      const [a, b] = [light(over(rgba(style.color), ground)), light(ground)];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      const size = Number.parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      if (ratio < (isLarge ? 3 : 4.5)) {
        low.push(
          `${ratio.toFixed(2)} ${element.tagName}.${element.className} ${element.textContent?.trim().slice(0, 40)}`,
        );
      }
    }
    return [...new Set(low)];
  });
}
