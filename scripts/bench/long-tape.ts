import type { Browser } from '@playwright/test';
import { encodeSnippet } from '../../site/share/encode-snippet.ts';

/** Ten thousand calls, no two of which are alike: none can be folded. */
const source = `#include <linux/aio_abi.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void)
{
    aio_context_t ctx = 0;
    syscall(SYS_io_setup, 1, &ctx);
    for (long i = 0; i < 9998; i++)
        syscall(SYS_io_getevents, ctx, 0L, i, 0, 0);
    syscall(SYS_io_destroy, ctx);
}
`;

interface LongTasks {
  longestMs: number;
  count: number;
}

/** How long a page is deaf to its reader while a tape of 10,000 calls arrives, as a line to print. */
export async function longTape(browser: Browser, origin: string): Promise<string> {
  const page = await browser.newPage();
  await page.goto(`${origin}/en/playground/#${await encodeSnippet({ language: 'c', source })}`);
  const run = page.locator('live-man-playground [data-action="run"]');
  await run.waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(watchLongTasks);
  const pressedMs = performance.now();
  await run.click();
  await page.locator('.came[data-tone="ok"]').waitFor({ timeout: 60_000 });
  const ms = Math.round(performance.now() - pressedMs);
  const { longestMs, count } = await page.evaluate(readLongTasks);
  const elements = await page.locator('live-man-playground .tape *').count();
  await page.close();
  return (
    `  tape of 10,000 calls: ${ms} ms from Run to its end, longest task ${longestMs} ms ` +
    `(${count} above 50 ms), ${elements} elements`
  );
}

/** Runs in the page. A long task is one of more than 50 ms: w3.org/TR/longtasks-1. */
function watchLongTasks(): void {
  const tasks: LongTasks = { longestMs: 0, count: 0 };
  Object.assign(window, { tasks });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      tasks.longestMs = Math.max(tasks.longestMs, Math.round(duration));
      tasks.count += 1;
    }
  }).observe({ type: 'longtask' });
}

const readLongTasks = (): LongTasks => (window as unknown as { tasks: LongTasks }).tasks;
