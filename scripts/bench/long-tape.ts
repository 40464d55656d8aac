import type { Browser } from '@playwright/test';
import { encodeSnippet } from '../../site/share/encode-snippet.ts';
import { watchMainThread, type LongTasks } from './main-thread.ts';

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

/** How long a page is deaf to its reader while a tape of 10,000 calls arrives, as a line to print. */
export async function longTape(browser: Browser, origin: string): Promise<string> {
  const page = await browser.newPage();
  await page.goto(`${origin}/en/playground/#${await encodeSnippet({ language: 'c', source })}`);
  const run = page.locator('live-man-playground [data-action="run"]');
  await run.waitFor();
  await page.waitForLoadState('networkidle');
  let ms = 0;
  const { byClock, byProcessor } = await watchMainThread(browser, page, async () => {
    const pressedMs = performance.now();
    await run.click();
    await page.evaluate(untilItEnded);
    ms = Math.round(performance.now() - pressedMs);
  });
  const elements = await page.locator('live-man-playground .tape *').count();
  await page.close();
  return (
    `  tape of 10,000 calls: ${ms} ms from Run to its end, longest task ${told(byClock)}; ` +
    `of processor time ${told(byProcessor)}; ${elements} elements`
  );
}

const told = ({ longestMs, count }: LongTasks): string => `${longestMs} ms (${count} above 50 ms)`;

/** Runs in the page, and waits there: to be asked again and again would keep it busy. */
const untilItEnded = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const came = document.querySelector<HTMLElement>('live-man-playground .came')!;
    const seen = () => {
      const { tone } = came.dataset;
      if (tone === 'ok') resolve();
      else if (tone && tone !== 'waiting') reject(new Error(`the run ended: ${came.textContent}`));
    };
    new MutationObserver(seen).observe(came, { attributes: true });
    seen();
  });
