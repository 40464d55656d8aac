import assert from 'node:assert/strict';
import type { Browser, Page } from '@playwright/test';
import type { FinishedRun } from '../../site/embed/frame-events.ts';
import type { Generator } from './generator.ts';
import { columns, selectorOf, sources, type Column } from './tutorial.ts';

/** A part of a tutorial, and what throws where it is not as its author wants it. */
export type Claim = [part: Column | 'page', prove: () => Promise<void>];

declare global {
  /** What the page has heard of its embeds, in the order in which it came. */
  var heard: { ran?: string; finished?: FinishedRun }[];
}

/** What is claimed of a tutorial that is served at an address. Each claim goes on where the last ended. */
export async function openTutorial(
  browser: Browser,
  url: string,
  { placeOf, without }: Generator,
): Promise<Claim[]> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/error|warning/.test(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  await page.addInitScript(() => {
    globalThis.heard = [];
    addEventListener('run', ({ detail }: CustomEventInit<{ source: string }>) =>
      heard.push({ ran: detail!.source }),
    );
    addEventListener('finished', ({ detail }: CustomEventInit<FinishedRun>) =>
      heard.push({ finished: detail! }),
    );
  });
  await page.goto(url);
  const present = columns.filter((column) => !(column in without));
  return [
    ...present.map((column): Claim => [
      column,
      async () => {
        if (placeOf) await page.goto(url + placeOf(column));
        else await embedOf(page, column).scrollIntoViewIfNeeded();
        await proveEmbed(page, column);
      },
    ]),
    [
      'page',
      async () => {
        const aside = page.locator('[data-live-man-aside]');
        assert.equal(await aside.count(), present.length, 'blocks that gave way to a frame');
        const end = page.getByText('The end.');
        const isSwallowed = await end.evaluate((end) => !!end.closest('live-man, .live-man, pre'));
        assert(!isSwallowed, 'what follows the last embed is part of it');
        assert.deepEqual(complaints, [], 'the console');
      },
    ],
  ];
}

const embedOf = (page: Page, column: Column) => page.locator(selectorOf(column)).first();

/**
 * Waits until nothing slides in any more. A press goes to where Run was a moment ago, and lands beside
 * it.
 */
const standsStill = (page: Page) =>
  page.evaluate(async () => {
    const moving = document.getAnimations().filter((each) => each instanceof CSSTransition);
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });

/** It shows what its author wrote, letter for letter, and that is what runs. */
async function proveEmbed(page: Page, column: Column): Promise<void> {
  const frame = embedOf(page, column).locator('iframe').contentFrame();
  const run = frame.locator('[data-action="run"]');
  await run.waitFor();
  const lines = await frame.locator('.source .line-text').allTextContents();
  assert.equal(lines.join('\n'), sources[column], 'what the frame shows');
  await page.evaluate(() => (heard.length = 0));
  await standsStill(page);
  await run.click();
  await page.waitForFunction(() => heard.some(({ finished }) => finished));
  const [ran, ended] = await page.evaluate(() => heard);
  assert.equal(ran?.ran, sources[column], 'what ran');
  const { outcome, calls: [call] = [] } = ended?.finished ?? {};
  assert.deepEqual(
    { outcome, name: call?.name, returned: call?.returned },
    { outcome: 'exited', name: 'io_setup', returned: '0' },
  );
}
