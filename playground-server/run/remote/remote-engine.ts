import { randomUUID } from 'node:crypto';
import { demandsOf, standardKernel } from '../../protocol/index.ts';
import type {
  Environment,
  Limits,
  PreflightCheck,
  RunDemands,
  RunRequest,
} from '../../protocol/index.ts';
import { checkBounds } from '../queue/check-bounds.ts';
import type { CheckResult } from '../check-snippet.ts';
import { FactUnknown, type Engine, type Workforce } from '../engine.ts';
import {
  FairQueue,
  type Admission,
  type FairQueueBounds,
  type Rejected,
} from '../queue/fair-queue.ts';
import { impossibleRequest } from '../impossible-request.ts';
import type { TimedEvent } from '../tracing/trace-messages.ts';
import { cancelled, timed, waitForSlot } from '../queue/wait-for-slot.ts';
import { dispatch, lost, searchAtMostMs } from './dispatch.ts';
import { environmentOn, type RunnerFacts } from './runner-facts.ts';
import { RunnerPool, type PoolListener } from './runner-pool.ts';
import type { RunnerSource } from './runner-source.ts';
import { sendCheck } from './send-check.ts';

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

  limits(demands: RunDemands): Limits {
    return known(this.#facts(demands).languages[demands.language], demands).limits;
  }

  environment(demands: RunDemands): Environment {
    return known(environmentOn(this.#facts(demands), demands), demands);
  }

  unavailable(request: RunRequest): string | null {
    const impossible = impossibleRequest(request);
    const { runners, slots } = this.#pool;
    if (impossible !== null || slots === 0) return impossible;
    const demands = demandsOf(request);
    if (runners.some(({ facts }) => facts && environmentOn(facts, demands))) return null;
    return `None of the runners can run ${demands.language} snippets on ${demands.scratch}.`;
  }

  admit(client: string): Admission | Rejected {
    return this.#admit(client, this.#queue);
  }

  admitCheck(client: string): Admission | Rejected {
    return this.#admit(client, this.#checks);
  }

  run(request: RunRequest, admission: Admission, signal: AbortSignal): AsyncGenerator<TimedEvent> {
    return this.#run(request, admission, AbortSignal.any([signal, this.#closing.signal]));
  }

  async check(
    request: RunRequest,
    admission: Admission,
    signal: AbortSignal,
  ): Promise<CheckResult> {
    const both = AbortSignal.any([signal, this.#closing.signal]);
    try {
      for await (const _ of waitForSlot(admission, both));
      if (!admission.granted) return { kind: 'cancelled' };
      return await sendCheck({ request, client: admission.client, signal: both }, this.#pool);
    } finally {
      admission.leave();
    }
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

  workforce(): Workforce {
    const { runners } = this.#pool;
    const runnersUp = runners.filter(({ facts }) => facts).length;
    return { kind: 'remote', runnersUp, runnersDown: runners.length - runnersUp };
  }

  async close(graceMs: number): Promise<void> {
    const timer = setTimeout(() => this.#closing.abort(), graceMs);
    await Promise.all([this.#queue.close(), this.#checks.close()]);
    clearTimeout(timer);
    this.#closing.abort();
    this.#pool.close();
  }

  async *#run(
    request: RunRequest,
    admission: Admission,
    signal: AbortSignal,
  ): AsyncGenerator<TimedEvent> {
    const demands = demandsOf(request);
    const environment = this.environment(demands);
    const limits = this.limits(demands);
    try {
      yield timed({ kind: 'accepted', runId: randomUUID(), limits, environment });
      yield* waitForSlot(admission, AbortSignal.any([signal, this.#deserted.signal]));
      if (!admission.granted) return yield timed(signal.aborted ? cancelled : noRunner);
      yield* dispatch(
        { request, client: admission.client, signal },
        environment,
        this.#pool,
        this.#searchMs,
      );
    } finally {
      admission.leave();
    }
  }

  #admit(client: string, queue: FairQueue): Admission | Rejected {
    if (this.#pool.slots === 0 && !this.#closing.signal.aborted)
      return { rejected: 'not-ready', retryAfterSeconds };
    return queue.admit(client);
  }

  /** Facts of the runner that would get a run now; otherwise those last known. */
  #facts(demands: RunDemands): RunnerFacts {
    const wish = { demands, environment: null, except: new Set<never>() };
    return known(this.#pool.choose(wish)?.facts ?? this.#lastFacts, demands);
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
