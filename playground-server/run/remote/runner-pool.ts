import type { Environment, RunDemands } from '../../protocol/index.ts';
import { environmentOn } from './runner-facts.ts';
import { urlsOf, type RunnerSource } from './runner-source.ts';
import { Runner } from './runner.ts';

/** Is notified of each runner that comes or goes. */
export interface PoolListener {
  runnerUp(url: string): void;
  runnerDown(url: string, why: string): void;
}

/** What a run needs from its runner. */
export interface Wish {
  demands: RunDemands;
  /** the machine as already reported to the reader, or null for any */
  environment: Environment | null;
  /** runners that have refused this very run */
  except: ReadonlySet<Runner>;
}

const probeEveryMs = 2000;

/** The runners of a web instance: finds them, probes them repeatedly, and chooses among them. */
export class RunnerPool {
  readonly #sources: readonly RunnerSource[];
  readonly #listener: PoolListener;
  readonly #runners = new Map<string, Runner>();
  #round: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;
  #change = Promise.withResolvers<void>();

  constructor(sources: readonly RunnerSource[], listener: PoolListener) {
    this.#sources = sources;
    this.#listener = listener;
  }

  get runners(): Runner[] {
    return [...this.#runners.values()];
  }

  /** Slots of all runners that are up. */
  get slots(): number {
    return this.runners.reduce((sum, { facts }) => sum + (facts?.slots ?? 0), 0);
  }

  /** Resolves when a round of probes is over. */
  get changed(): Promise<void> {
    return this.#change.promise;
  }

  /** The least loaded runner that is suitable. */
  choose({ demands, environment, except }: Wish): Runner | null {
    const suits = (runner: Runner) => {
      const own = runner.facts && environmentOn(runner.facts, demands);
      if (!own || runner.isBusy || except.has(runner)) return false;
      return environment === null || isAlike(own, environment);
    };
    const least = (best: Runner | null, one: Runner) =>
      best && best.load <= one.load ? best : one;
    return this.runners.filter(suits).reduce<Runner | null>(least, null);
  }

  /** Probes every runner now. Never rejects. */
  refresh(): Promise<void> {
    clearTimeout(this.#timer);
    this.#round ??= this.#probeAll().finally(() => {
      this.#round = null;
      this.#change.resolve();
      this.#change = Promise.withResolvers();
      if (!this.#closed) this.#timer = setTimeout(() => void this.refresh(), probeEveryMs).unref();
    });
    return this.#round;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #probeAll(): Promise<void> {
    await this.#find();
    await Promise.all(this.runners.map((runner) => this.#probe(runner)));
  }

  async #probe(runner: Runner): Promise<void> {
    const before = runner.why;
    await runner.probe();
    if (before && !runner.why) this.#listener.runnerUp(runner.url);
    if (runner.why && before !== runner.why) this.#listener.runnerDown(runner.url, runner.why);
  }

  /** Runners come and go in the DNS; if it does not answer, the known ones stay. */
  async #find(): Promise<void> {
    const found = await Promise.allSettled(this.#sources.map((source) => urlsOf(source)));
    const urls = found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
    for (const url of urls) {
      if (!this.#runners.has(url)) this.#runners.set(url, new Runner(url));
    }
    if (found.some(({ status }) => status === 'rejected')) return;
    for (const url of this.#runners.keys()) if (!urls.includes(url)) this.#runners.delete(url);
  }
}

/**
 * Ignores aioMaxNr, which may change at any time and matters only to tapes about it, and what watching
 * costs, which each machine has measured for itself.
 */
function isAlike(one: Environment, other: Environment): boolean {
  const { aioMaxNr: _one, watching: _two, ...own } = one;
  return Object.entries(own).every(([key, value]) => other[key as keyof typeof own] === value);
}
