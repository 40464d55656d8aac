import { demandsOf, standardKernel } from '../protocol/index.ts';
import type { Environment, Language, Limits, RunDemands, RunRequest } from '../protocol/index.ts';
import { checkSnippet, type CheckResult } from './check-snippet.ts';
import { checkBounds } from './queue/check-bounds.ts';
import { conduct } from './conduct.ts';
import type { Engine, EngineObserver, PreflightCheck, Workforce } from './engine.ts';
import { AioMaxNr } from './host/aio-max-nr.ts';
import { hostFacts, type HostFacts } from './host/environment.ts';
import {
  FairQueue,
  type Admission,
  type FairQueueBounds,
  type Rejected,
} from './queue/fair-queue.ts';
import { messageOf, withoutPaths } from './fault-message.ts';
import { impossibleRequest } from './impossible-request.ts';
import { runLimits } from './languages/run-limits.ts';
import { shownCalls } from '../decode/families/shown-calls.ts';
import type { ShownCalls } from '../sandbox/policy/show-calls.ts';
import { assemble, type Machinery } from './machinery.ts';
import { checkHost } from './host/preflight.ts';
import { prepareRun } from './sandboxes/prepare-run.ts';
import type { ReadySandboxes } from './sandboxes/ready-sandboxes.ts';
import type { TimedEvent } from './tracing/trace-messages.ts';

/** The part of the server's configuration that the engine uses; config.ts documents each. */
export interface EngineConfig {
  runsAtOnce: number;
  runsWaiting: number;
  runsPerClient: number;
  /** Node processes that wait for a TypeScript snippet; with none, each snippet starts its own */
  typescriptReady?: number;
  workDir: string;
  /** what appears on the tape; by default the calls of every family */
  shown?: readonly ShownCalls[];
}

/** Creates the engine. Never rejects: `preflight` reports what the host lacks. */
export async function createEngine(
  config: EngineConfig,
  observer: EngineObserver,
): Promise<Engine> {
  const aioMaxNr = new AioMaxNr();
  const limits = runLimits(config.runsAtOnce, aioMaxNr.read());
  const sizes = {
    slots: config.runsAtOnce,
    typescriptReady: config.typescriptReady ?? 0,
    shown: config.shown ?? shownCalls,
  };
  const machinery = await assemble(sizes, config.workDir, limits, aioMaxNr, (error) =>
    observer.troubled(error),
  ).catch((error: unknown) => {
    observer.troubled(error);
    return withoutPaths(messageOf(error));
  });
  return new LocalEngine(config, limits, aioMaxNr, machinery, observer);
}

/** Runs snippets on the kernel of this host. */
class LocalEngine implements Engine {
  readonly #limits: Record<Language, Limits>;
  readonly #machinery: Machinery | string;
  readonly #observer: EngineObserver;
  readonly kernels = [standardKernel];
  readonly bounds: FairQueueBounds;
  readonly #queue: FairQueue;
  readonly #checks: FairQueue;
  readonly #facts: HostFacts = hostFacts();
  readonly #aioMaxNr: AioMaxNr;
  readonly #closing = new AbortController();

  /** @param machinery or the reason why there is none */
  constructor(
    config: EngineConfig,
    limits: Record<Language, Limits>,
    aioMaxNr: AioMaxNr,
    machinery: Machinery | string,
    observer: EngineObserver,
  ) {
    this.#limits = limits;
    this.#aioMaxNr = aioMaxNr;
    this.#machinery = machinery;
    this.#observer = observer;
    this.bounds = {
      slots: config.runsAtOnce,
      waiting: config.runsWaiting,
      perClient: config.runsPerClient,
    };
    this.#queue = new FairQueue(this.bounds);
    this.#checks = new FairQueue(checkBounds(config.runsAtOnce));
  }

  limits({ language }: RunDemands): Limits {
    return this.#limits[language];
  }

  environment({ language, scratch }: RunDemands): Environment {
    const { compilers, ...facts } = this.#facts;
    return {
      ...facts,
      compiler: compilers[language],
      aioMaxNr: this.#aioMaxNr.read(),
      scratch: scratch === 'disk' ? 'ext4' : 'tmpfs',
    };
  }

  unavailable(request: RunRequest): string | null {
    const impossible = impossibleRequest(request);
    if (impossible !== null || demandsOf(request).scratch !== 'disk') return impossible;
    const machinery = this.#machinery;
    if (typeof machinery !== 'string' && machinery.site.host.disks) return null;
    const why = typeof machinery === 'string' ? machinery : machinery.site.host.diskDetail;
    return `This server cannot make ext4 scratch disks: ${why}`;
  }

  admit(client: string): Admission | Rejected {
    return this.#queue.admit(client);
  }

  run(request: RunRequest, admission: Admission, signal: AbortSignal): AsyncGenerator<TimedEvent> {
    return this.#conduct(request, admission, signal, this.#observer);
  }

  admitCheck(client: string): Admission | Rejected {
    return this.#checks.admit(client);
  }

  check(request: RunRequest, admission: Admission, signal: AbortSignal): Promise<CheckResult> {
    return checkSnippet({
      request,
      admission,
      signal: AbortSignal.any([signal, this.#closing.signal]),
      compile: (compilation) => this.#ready().compile.compile(compilation),
      observer: this.#observer,
    });
  }

  preflight(): Promise<PreflightCheck[]> {
    return checkHost(this.#machinery, (request, admission, signal, troubled) =>
      this.#conduct(request, admission, signal, { troubled }, 'translate'),
    );
  }

  occupancy(): { running: number; waiting: number; tearingDown: number } {
    const { running, waiting } = this.#queue.occupancy();
    if (typeof this.#machinery === 'string') return { running, waiting, tearingDown: 0 };
    const { site, sandboxes } = this.#machinery;
    const ready = sum(sandboxes, ({ size }) => size);
    return { running, waiting, tearingDown: Math.max(0, site.leases.out - ready - running) };
  }

  workforce(): Workforce {
    if (typeof this.#machinery === 'string')
      return { kind: 'local', readySandboxes: 0, idleThreads: 0, busyThreads: 0 };
    const { site, sandboxes } = this.#machinery;
    return {
      kind: 'local',
      readySandboxes: sum(sandboxes, ({ readyCount }) => readyCount),
      idleThreads: site.threads.idle,
      busyThreads: site.threads.busy,
    };
  }

  async close(graceMs: number): Promise<void> {
    const timer = setTimeout(() => this.#closing.abort(), graceMs);
    await Promise.all([this.#queue.close(), this.#checks.close()]);
    clearTimeout(timer);
    if (typeof this.#machinery !== 'string') await this.#machinery.close();
  }

  #conduct(
    request: RunRequest,
    admission: Admission,
    signal: AbortSignal,
    observer: EngineObserver,
    how: 'compile' | 'translate' = 'compile',
  ): AsyncGenerator<TimedEvent> {
    const demands = demandsOf(request);
    const troubled = (error: unknown) => observer.troubled(error);
    return conduct({
      request,
      admission,
      signal: AbortSignal.any([signal, this.#closing.signal]),
      limits: this.limits(demands),
      environment: this.environment(demands),
      observer,
      compile: (compilation) => this.#ready().compile[how](compilation),
      prepare: async () => {
        const { site, sandboxes } = this.#ready();
        return prepareRun(site, sandboxes, demands, request, troubled);
      },
    });
  }

  #ready(): Machinery {
    if (typeof this.#machinery === 'string') throw new Error(this.#machinery);
    return this.#machinery;
  }
}

const sum = (sandboxes: Machinery['sandboxes'], count: (one: ReadySandboxes) => number): number =>
  Object.values(sandboxes).reduce((all, one) => all + count(one), 0);
