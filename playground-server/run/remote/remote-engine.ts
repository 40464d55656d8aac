import { demandsOf, standardKernel } from '../../protocol/index.ts';
import type {
  Environment,
  KernelFacts,
  Limits,
  PreflightCheck,
  RunDemands,
  RunRequest,
} from '../../protocol/index.ts';
import { checkBounds } from '../queue/check-bounds.ts';
import { limitsOf } from '../limits.ts';
import { conductCheck, type CheckResult } from '../check-snippet.ts';
import { conduct } from '../conduct.ts';
import { FactUnknown, type Engine, type Workforce } from '../engine.ts';
import type { Admission, Rejected } from '../queue/admission.ts';
import { FairQueue, type FairQueueBounds } from '../queue/fair-queue.ts';
import { impossibleRequest } from '../impossible-request.ts';
import { dispatch, lost, searchAtMostMs } from './dispatch.ts';
import { environmentOn, type RunnerFacts } from './runner-facts.ts';
import { runnersKernel } from './runners-kernel.ts';
import type { Runner } from './runner.ts';
import { RunnerPool, type PoolListener } from './runner-pool.ts';
import type { RunnerSource } from './runner-source.ts';
import { sendCheck } from './send-check.ts';
import type { Order } from './send-run.ts';
import type { TimedEvent } from '../timed-event.ts';

/** The part of the server's configuration that the engine uses; config.ts documents each. */
export interface RemoteEngineConfig {
  runners: readonly RunnerSource[];
  runsWaiting: number;
  runsPerClient: number;
  /** how long a run with a slot looks for a runner; no variable sets it */
  searchMs?: number;
}

/** Rough duration of a runner's restart. */
const retryAfterSeconds = 5;
/** Waiting runs are given up if no runner has been up for this long. */
const desertedAfterMs = 20_000;
const noRunner = lost('No runner is up any more.');

/** Creates a web instance's engine. Never rejects: `preflight` reports which runners are down. */
export async function createRemoteEngine(
  config: RemoteEngineConfig,
  listener: PoolListener,
): Promise<Engine> {
  const pool = new RunnerPool(config.runners, listener);
  await pool.refresh();
  return new RemoteEngine(config, pool);
}

/**
 * Hands runs to other instances of this server, through the public contract. Readers wait here, in
 * one fair queue for the slots of all runners; a runner's own queue holds what other web instances
 * sent in the meantime.
 */
class RemoteEngine implements Engine {
  readonly kernels = [standardKernel];
  readonly bounds: FairQueueBounds;
  readonly #pool: RunnerPool;
  readonly #searchMs: number;
  readonly #queue: FairQueue;
  readonly #checks: FairQueue;
  readonly #closing = new AbortController();
  #lastFacts: RunnerFacts | null = null;
  #lastUpMs = performance.now();
  #deserted = new AbortController();

  constructor(config: RemoteEngineConfig, pool: RunnerPool) {
    this.#pool = pool;
    this.#searchMs = config.searchMs ?? searchAtMostMs;
    this.bounds = {
      get slots() {
        return pool.slots;
      },
      waiting: config.runsWaiting,
      perClient: config.runsPerClient,
    };
    this.#queue = new FairQueue(this.bounds);
    this.#checks = new FairQueue({
      get slots() {
        return checkBounds(pool.slots).slots;
      },
      get waiting() {
        return checkBounds(pool.slots).waiting;
      },
      perClient: checkBounds(0).perClient,
    });
    this.#remember();
    void this.#followRunners();
  }

  kernelFacts(): KernelFacts[] {
    return [runnersKernel(this.#lastFacts)];
  }

  limits(demands: RunDemands): Limits {
    return known(this.#facts(demands).languages[demands.language], demands).limits;
  }

  environment(demands: RunDemands): Environment {
    return known(environmentOn(this.#facts(demands), demands), demands);
  }

  unavailable(request: RunRequest): string | null {
    const impossible = impossibleRequest(request);
    if (impossible !== null || this.#pool.slots === 0) return impossible;
    const demands = demandsOf(request);
    if (this.#able(demands)) return null;
    return `None of the runners can run ${demands.language} snippets on ${demands.scratch}.`;
  }

  admit(client: string): Admission | Rejected {
    return this.#admit(client, this.#queue);
  }

  admitCheck(client: string): Admission | Rejected {
    return this.#admit(client, this.#checks);
  }

  async *run(
    request: RunRequest,
    admission: Admission,
    signal: AbortSignal,
    traceparent?: string,
  ): AsyncGenerator<TimedEvent> {
    try {
      const demands = demandsOf(request);
      const environment = this.environment(demands);
      const order = { ...this.#order(request, admission, signal), traceparent };
      yield* conduct({
        admission,
        signal: order.signal,
        limits: limitsOf(this.limits(demands), request),
        environment,
        execute: () => dispatch(order, environment, this.#pool, this.#searchMs),
        hopeless: { signal: this.#deserted.signal, last: noRunner },
      });
    } finally {
      // Runners may go, and with them what is known, between the door and here.
      admission.leave();
    }
  }

  check(request: RunRequest, admission: Admission, signal: AbortSignal): Promise<CheckResult> {
    const order = this.#order(request, admission, signal);
    return conductCheck(admission, order.signal, () => sendCheck(order, this.#pool));
  }

  async preflight(): Promise<PreflightCheck[]> {
    const isUp = this.#pool.slots > 0;
    const { runners } = this.#pool;
    return [
      {
        name: 'runners',
        need: 'required',
        ok: isUp,
        detail: `${runners.filter(({ facts }) => facts).length} of ${runners.length} are up.`,
        remedy: isUp ? '' : 'Start a runner that RUNNERS names, and look at its /readyz.',
      },
      ...runners.map(({ facts, why }, index): PreflightCheck => ({
        // No address, because the report is public. The log names each runner that comes or goes.
        name: `runner ${index + 1}`,
        need: 'optional',
        ok: facts !== null,
        detail: facts ? told(facts) : why,
        remedy: facts ? '' : 'The others run on without it. Its own log says more.',
      })),
    ];
  }

  occupancy(): { running: number; waiting: number; tearingDown: number } {
    return { ...this.#queue.occupancy(), tearingDown: 0 };
  }

  workforces(): Workforce[] {
    const { runners } = this.#pool;
    const runnersUp = runners.filter(({ facts }) => facts).length;
    const runnersDown = runners.length - runnersUp;
    return [{ kernel: standardKernel, kind: 'remote', runnersUp, runnersDown }];
  }

  async close(graceMs: number): Promise<void> {
    const timer = setTimeout(() => this.#closing.abort(), graceMs);
    await Promise.all([this.#queue.close(), this.#checks.close()]);
    clearTimeout(timer);
    this.#closing.abort();
    this.#pool.close();
  }

  #order(request: RunRequest, { client }: Admission, signal: AbortSignal): Order {
    return { request, client, signal: AbortSignal.any([signal, this.#closing.signal]) };
  }

  #admit(client: string, queue: FairQueue): Admission | Rejected {
    if (this.#pool.slots === 0 && !this.#closing.signal.aborted)
      return { rejected: 'not-ready', retryAfterSeconds };
    return queue.admit(client);
  }

  /** Facts of the runner that would get a run now, or once it has a place; else those last known. */
  #facts(demands: RunDemands): RunnerFacts {
    const wish = { demands, environment: null, except: new Set<never>() };
    const runner = this.#pool.choose(wish) ?? this.#able(demands);
    return known(runner?.facts ?? this.#lastFacts, demands);
  }

  /** A runner that could run this, if it is not too busy. */
  #able(demands: RunDemands): Runner | undefined {
    return this.#pool.runners.find(({ facts }) => facts && environmentOn(facts, demands));
  }

  /** Acts after each round of probes: a new runner has slots for those who wait. */
  async #followRunners(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      await this.#pool.changed;
      this.#remember();
      for (const queue of [this.#queue, this.#checks]) queue.settle();
      if (this.#pool.slots > 0) this.#lastUpMs = performance.now();
      if (performance.now() - this.#lastUpMs < desertedAfterMs) continue;
      this.#deserted.abort();
      this.#deserted = new AbortController();
    }
  }

  #remember(): void {
    this.#lastFacts = this.#pool.runners.find(({ facts }) => facts)?.facts ?? this.#lastFacts;
  }
}

/** What the preflight reports about a runner that is up. */
const told = ({ slots, languages: { c } }: RunnerFacts): string =>
  `${slots} slots${c ? `, Linux ${c.environment.kernel}` : ''}`;

function known<T>(fact: T | null | undefined, { language }: RunDemands): T {
  if (fact) return fact;
  throw new FactUnknown(`No runner that runs ${language} snippets has been up yet.`);
}
