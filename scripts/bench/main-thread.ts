import type { Browser, Page } from '@playwright/test';

/** The longest task of a page, and how many exceeded what a reader takes for an answer at once. */
export interface LongTasks {
  longestMs: number;
  count: number;
}

/** A long task is one of more than 50 ms: w3.org/TR/longtasks-1. */
const longMs = 50;

/** What Chromium's trace says of one event; times in µs. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  dur?: number;
  /** The processor time of its thread: without the time that other processes took. */
  tdur?: number;
  args: { name?: string };
}

/**
 * How long the tasks of a page's main thread are while something is done: by the clock, and by the
 * processor, because a machine that measures itself is busy with more than the page.
 */
export async function watchMainThread(
  browser: Browser,
  page: Page,
  done: () => Promise<void>,
): Promise<{ byClock: LongTasks; byProcessor: LongTasks }> {
  await browser.startTracing(page, { categories: ['-*', 'toplevel', '__metadata'] });
  await done();
  const trace = (await browser.stopTracing()).toString();
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const tasks = Map.groupBy(
    traceEvents.filter(({ name }) => name === 'ThreadControllerImpl::RunTask'),
    ({ pid, tid }) => `${pid} ${tid}`,
  );
  // Of several pages, the one that was busy is meant.
  const busy = traceEvents
    .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
    .map(({ pid, tid }) => tasks.get(`${pid} ${tid}`) ?? [])
    .sort((a, b) => b.length - a.length)[0]!;
  return {
    byClock: longTasks(busy.map(({ dur = 0 }) => dur / 1000)),
    byProcessor: longTasks(busy.map(({ tdur = 0 }) => tdur / 1000)),
  };
}

const longTasks = (ms: readonly number[]): LongTasks => ({
  longestMs: Math.round(ms.reduce((longest, each) => Math.max(longest, each), 0)),
  count: ms.filter((each) => each > longMs).length,
});
