import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import { Worker } from 'node:worker_threads';
import type { RunRequest, UnstampedEvent, Watching } from '../../protocol/index.ts';
import type { TimedEvent } from '../timed-event.ts';

/** When the start is over; then as often, until a moment suits. */
const everyMs = 5000;
/** Then a host that is always busy is measured as it is, and once more when it is not. */
const patientTries = 24;

/** Runs a program as a reader's, to its last event. */
type Run = (request: RunRequest, signal: AbortSignal) => AsyncIterable<TimedEvent>;

/** Learns what watching costs on this host, while nobody's programs run: once, if it has time for that. */
export class WatchingCost {
  /** null until it is known */
  value: Watching | null = null;
  readonly #closing = new AbortController();
  #timer: NodeJS.Timeout | null = null;
  #measuring: Promise<void> = Promise.resolve();
  #tries = 0;

  /**
   * @param isFree whether no program of a reader's runs or waits
   * @param troubled receives why it could not be measured, which is not tried again
   */
  start(run: Run, isFree: () => boolean, troubled: (error: unknown) => void): void {
    this.#timer = setTimeout(() => {
      const hasTime = isQuiet();
      const suits = isFree() && (hasTime || ++this.#tries === patientTries);
      if (suits)
        this.#measuring = this.#measure(run).catch((error: unknown) => {
          if (!this.#closing.signal.aborted) troubled(error);
        });
      if (!suits || !hasTime) this.start(run, isFree, troubled);
    }, everyMs).unref();
  }

  async close(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#closing.abort();
    await this.#measuring;
  }

  async #measure(run: Run): Promise<void> {
    this.value = await measureWatching((request) => run(request, this.#closing.signal));
  }
}

/** As many threads want a processor as there are, at most, in the last minute. */
const isQuiet = (): boolean => (os.loadavg()[0] ?? 0) <= os.availableParallelism();

const program = new URL('measured-program.c', import.meta.url);
const worker = new URL('time-submits-worker.ts', import.meta.url);

/**
 * The same calls without a tracer and in the playground: medians of a hundred each. Takes a tenth of a
 * second. Rejects where either cannot be had.
 */
export async function measureWatching(
  run: (request: RunRequest) => AsyncIterable<TimedEvent>,
): Promise<Watching> {
  const request: RunRequest = { language: 'c', source: await readFile(program, 'utf8') };
  const events: UnstampedEvent[] = [];
  for await (const { event } of run(request)) events.push(event);
  const last = events.at(-1);
  if (last?.kind !== 'finished' || last.outcome.kind !== 'exited' || last.outcome.status !== 0)
    throw new Error(`what watching costs could not be measured: ${JSON.stringify(last)}`);
  const told = events.flatMap((event) =>
    event.kind === 'syscall-exit' && event.name === 'io_submit' ? [Number(event.elapsedNs)] : [],
  );
  const output = events.flatMap((event) => (event.kind === 'output' ? [event.text] : [])).join('');
  return {
    bareNs: median(await bareNs()),
    toldNs: median(told),
    lastedNs: median(output.trim().split('\n').map(Number)),
  };
}

async function bareNs(): Promise<number[]> {
  const [took] = (await once(new Worker(worker), 'message')) as [bigint[]];
  return took.map(Number);
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
