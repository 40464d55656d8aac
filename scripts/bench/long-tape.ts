import type { Browser } from '@playwright/test';
import { encodeSnippet } from '../../site/share/encode-snippet.ts';
import { watchMainThread, type LongTasks } from './main-thread.ts';

const runs = 5;

/** What is repeated until a tape is full, and how many calls that makes. */
const loops = {
  'all alike': { body: ['syscall(SYS_io_getevents, ctx, 0L, 0L, 0, 0);'], calls: 1 },
  'no two alike': { body: ['syscall(SYS_io_getevents, ctx, 0L, i, 0, 0);'], calls: 1 },
  'half of them fail, no two alike': {
    body: [
      'syscall(SYS_io_submit, ctx, -1 - i, 0);',
      'syscall(SYS_io_getevents, ctx, 0L, i, 0, 0);',
    ],
    calls: 2,
  },
  'from 199 lines': {
    body: Array.from(
      { length: 199 },
      (_, at) => `syscall(SYS_io_getevents, ctx, 0L, i + ${at}, 0, 0);`,
    ),
    calls: 199,
  },
} as const;

const editors = { 'in the page': '', 'in Monaco': '[data-action="edit"]' } as const;

const sourceOf = ({ body, calls }: (typeof loops)[keyof typeof loops]): string => `
#include <linux/aio_abi.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void)
{
    aio_context_t ctx = 0;
    syscall(SYS_io_setup, 1, &ctx);
    for (long i = 0; i < ${Math.floor(9998 / calls)}; i++) {
        ${body.join('\n        ')}
    }
    syscall(SYS_io_destroy, ctx);
}
`;

/**
 * How long a page is deaf to its reader while a tape of 10,000 calls arrives, ends, and is reduced
 * to its errors and back: the longest task of each of several runs, in lines to print. A machine that
 * is busy with other things stops some of them at a limit.
 */
export async function longTapes(browser: Browser, origin: string): Promise<string[]> {
  const lines = [`  tapes of 10,000 calls, the longest tasks of ${runs} runs:`];
  for (const [kind, loop] of Object.entries(loops))
    for (const [where, button] of Object.entries(editors)) {
      const watched = [];
      for (let run = 0; run < runs; run++)
        watched.push(await longTape(browser, origin, sourceOf(loop), button));
      const clock = told(watched.map(({ byClock }) => byClock));
      const processor = told(watched.map(({ byProcessor }) => byProcessor));
      const whole = watched.filter(({ isWhole }) => isWhole).length;
      lines.push(
        `    ${kind}, ${where} (${whole} whole): ${clock}; of processor time ${processor}`,
      );
    }
  return lines;
}

async function longTape(browser: Browser, origin: string, source: string, button: string) {
  const page = await browser.newPage();
  await page.goto(`${origin}/en/playground/#${await encodeSnippet({ language: 'c', source })}`);
  const playground = page.locator('live-man-playground');
  await playground.locator('[data-action="run"]').waitFor();
  await page.waitForLoadState('networkidle');
  if (button) {
    await playground.locator(button).click();
    await playground.locator('.view-line').first().waitFor();
    await page.waitForLoadState('networkidle');
  }
  const watched = await watchMainThread(browser, page, () => page.evaluate(runToItsEnd));
  const isWhole =
    (await playground.locator('[data-part="report"]').getAttribute('data-tone')) === 'ok';
  await page.close();
  return { ...watched, isWhole };
}

const told = (tasks: readonly LongTasks[]): string =>
  tasks.map(({ longestMs, count }) => `${longestMs} ms (${count} above 50)`).join(', ');

/** Runs in the page, and waits there: to be asked again and again would keep it busy. */
async function runToItsEnd(): Promise<void> {
  const playground = document.querySelector('live-man-playground')!;
  const report = playground.querySelector<HTMLElement>('[data-part="report"]')!;
  const ended = new Promise<void>((resolve) => {
    const look = () => ['ok', 'failed'].includes(report.dataset['tone'] ?? '') && resolve();
    new MutationObserver(look).observe(report, { attributes: true });
  });
  // What is out of view is written out when the reader has been shown the rest.
  const rest = () => new Promise((done) => setTimeout(done, 700));
  playground.querySelector<HTMLElement>('[data-action="run"]')!.click();
  await ended;
  await rest();
  const errorsOnly = [...playground.querySelectorAll<HTMLElement>('.tape-tools label')].at(-1)!;
  for (let times = 0; times < 2; times++) {
    errorsOnly.querySelector('input')!.click();
    await rest();
  }
}
