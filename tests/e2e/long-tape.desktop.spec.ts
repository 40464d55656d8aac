import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { PlaygroundPage } from './pages/playground-page.ts';
import { unlikeCalls } from './pages/snippets.ts';

let playground: PlaygroundPage;

test.beforeEach(async ({ page }) => {
  playground = new PlaygroundPage(page);
  await playground.open();
  await playground.openMonaco();
  await playground.replaceSource(unlikeCalls);
});

const runToItsEnd = async (page: Page) => {
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(playground.came).toHaveText('602 calls');
  await expect(playground.came).toHaveAttribute('data-tone', 'ok');
};

test('while calls rush by, rows are made for few of them, and the end stays in view', async ({
  page,
}) => {
  await playground.tape.evaluate((tape) => {
    const count = () => tape.querySelectorAll('li[data-call]').length;
    const seen = new MutationObserver(() => {
      tape.dataset['most'] = String(Math.max(count(), Number(tape.dataset['most'] ?? 0)));
    });
    seen.observe(tape, { childList: true, subtree: true });
  });
  await runToItsEnd(page);
  // As many as stay where the reader may go back to, and what is in view.
  expect(Number(await playground.tape.getAttribute('data-most'))).toBeLessThan(300);
  await playground.tape.evaluate((tape) => tape.scrollIntoView({ block: 'end' }));
  await expect(playground.row(602)).toBeInViewport();
  await test.step('once it is quiet, all of a call unfolds, and what is above comes as well', async () => {
    await playground.row(600).getByLabel('All arguments of io_getevents').click();
    await expect(playground.row(600).locator('.fields')).toContainText(/nr.=.598/);
    await expect(playground.row(595).locator('.fields')).toHaveCount(1);
    await expect(playground.row(100)).toHaveCount(0);
    await expect(playground.tape).toContainText('io_getevents(ctx₁, 0, 98,');
  });
  await test.step('a reader who goes elsewhere finds rows there', async () => {
    await playground.tape.evaluate((tape) => (tape.scrollTop = tape.scrollHeight / 2));
    const inTheMiddle = () =>
      playground.tape.evaluate((tape) => {
        const { left, top, width, height } = tape.getBoundingClientRect();
        const there = document.elementFromPoint(left + width / 2, top + height / 2);
        return !!there?.closest('li[data-call]')?.querySelector('.fields');
      });
    await expect.poll(inTheMiddle).toBe(true);
  });
});

test('what comes to the tape is styled alone: not the page, nor the rows that are there', async ({
  browser,
  page,
}) => {
  await runToItsEnd(page);
  await expect(playground.row(595).locator('.fields')).toHaveCount(1);
  await browser.startTracing(page, { categories: ['-*', 'devtools.timeline'] });
  await playground.tape.evaluate((tape) => {
    const list = document.createElement('ol');
    list.innerHTML = '<li>one more</li>';
    tape.append(list);
    return list.offsetHeight;
  });
  const trace = (await browser.stopTracing()).toString();
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const styled = traceEvents
    .filter(({ name }) => name === 'UpdateLayoutTree')
    .map(({ args }) => args.elementCount ?? 0);
  expect(styled).not.toEqual([]);
  expect(Math.max(...styled)).toBeLessThan(50);
});

interface TraceEvent {
  name: string;
  args: { elementCount?: number };
}
