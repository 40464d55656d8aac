import { chromium, type Browser, type Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { longTapes } from './long-tape.ts';
import { serveTutorial } from '../../tests/e2e/pages/tutorial-site.ts';

const browserPath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium-headless-shell';

/** What a reader's browser pays, in lines to print. Bytes are those that travel, compressed. */
export async function pageFigures(port: number): Promise<string[]> {
  if (!existsSync(browserPath)) return [`  no browser at ${browserPath}: CHROMIUM_PATH names one`];
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
  try {
    const origin = `http://127.0.0.1:${port}`;
    return [
      ...(await readingAndEditing(browser, `${origin}/en/man2/io_setup/`)),
      ...(await embedding(browser, origin)),
      ...(await longTapes(browser, origin)),
    ];
  } finally {
    await browser.close();
  }
}

/** The page as it arrives, then the editor for C, then for TypeScript, each in a fresh browser. */
async function readingAndEditing(browser: Browser, url: string): Promise<string[]> {
  const lines: string[] = [];
  for (const [language, id] of [
    ['C', 'io_setup-first'],
    ['TypeScript', 'io_setup-first-typescript'],
  ] as const) {
    const page = await browser.newPage();
    const traffic = countBytes(page);
    await page.goto(`${url}#${id}-L1`, { waitUntil: 'networkidle' });
    if (lines.length === 0) lines.push(`  page: ${traffic.told()}`);
    traffic.reset();
    const playground = page.locator(`live-man-playground#${id}`);
    const clickedMs = performance.now();
    await playground.locator('[data-action="edit"]').click();
    await playground.locator('.view-line').first().waitFor();
    const ms = Math.round(performance.now() - clickedMs);
    await page.waitForLoadState('networkidle');
    lines.push(`  editor for ${language}: ${ms} ms from click to text, ${traffic.told()}`);
    await page.close();
  }
  return lines;
}

/** Three examples in somebody else's page: what they weigh and how they disturb it. */
async function embedding(browser: Browser, origin: string): Promise<string[]> {
  const script = Buffer.from(await (await fetch(`${origin}/embed.js`)).arrayBuffer());
  const tag = '<p>Read this first.</p><live-man example="io_setup-first"></live-man>';
  const site = await serveTutorial(origin, tag.repeat(3));
  const page = await browser.newPage();
  const traffic = countBytes(page);
  await page.addInitScript(watchVitals);
  await page.goto(site.url);
  await page.waitForLoadState('networkidle');
  const { shift, largestMs, blockedMs } = await page.evaluate(readVitals);
  site.close();
  return [
    `  embed.js: ${(brotliCompressSync(script).length / 1024).toFixed(1)} KiB`,
    `  page with three embeds: ${traffic.told()}; layout shift ${shift.toFixed(3)}, ` +
      `largest paint ${largestMs} ms, main thread blocked ${blockedMs} ms`,
  ];
}

function countBytes(page: Page) {
  let [all, scripts] = [0, 0];
  page.on('requestfinished', async (request) => {
    const sizes = await request.sizes().catch(() => null);
    all += sizes?.responseBodySize ?? 0;
    if (request.resourceType() === 'script') scripts += sizes?.responseBodySize ?? 0;
  });
  const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`;
  return {
    told: () => `${kib(all)}, of which scripts ${kib(scripts)}`,
    reset: () => void ([all, scripts] = [0, 0]),
  };
}

type Vitals = { shift: number; largestMs: number; blockedMs: number };

/** Runs in the page, before anything of its own. Definitions: web.dev/articles/vitals. */
function watchVitals(): void {
  const vitals: Vitals = { shift: 0, largestMs: 0, blockedMs: 0 };
  Object.assign(window, { vitals });
  const watch = (type: string, see: (entry: PerformanceEntry & { value: number }) => void) =>
    new PerformanceObserver((list) =>
      list.getEntries().forEach((each) => see(each as never)),
    ).observe({ type, buffered: true });
  watch('layout-shift', ({ value }) => (vitals.shift += value));
  watch('largest-contentful-paint', ({ startTime }) => (vitals.largestMs = Math.round(startTime)));
  watch('longtask', ({ duration }) => (vitals.blockedMs += Math.round(duration - 50)));
}

const readVitals = (): Vitals => (window as unknown as { vitals: Vitals }).vitals;
