import type { Environment, Limits, RunRequest } from '../protocol/index.ts';
import { checkSnippet, type CheckResult } from './check-snippet.ts';
import { checkBounds } from './check-bounds.ts';
import { conduct } from './conduct.ts';
import type { Engine, EngineObserver, PreflightCheck } from './engine.ts';
import { hostFacts, readAioMaxNr, type HostFacts } from './environment.ts';
import { FairQueue, type Admission, type Rejected } from './fair-queue.ts';
import { runLimits } from './limits.ts';
import { assemble, type Machinery } from './machinery.ts';
import { checkHost } from './preflight.ts';
import { prepareRun } from './prepare-run.ts';
import type { TimedEvent } from './trace-messages.ts';

/** What the engine takes of the server's configuration; config.ts documents each. */
export interface EngineConfig {
  runsAtOnce: number;
  runsWaiting: number;
  runsPerClient: number;
  workDir: string;
}

/** The preflight's own run is nobody's business but the preflight's. */
const unheard: EngineObserver = {
  stageDone: () => undefined,
  runDone: () => undefined,
  troubled: () => undefined,
};

/** Makes the runner. Never rejects: what the host lacks is told by `preflight`. */
export async function createEngine(
  config: EngineConfig,
  observer: EngineObserver,
): Promise<Engine> {
  const limits = runLimits(config.runsAtOnce, readAioMaxNr());
  const machinery = await assemble(config.runsAtOnce, config.workDir, limits).catch(
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  return new LocalEngine(config, limits, machinery, observer);
}

/** Runs snippets on the kernel of this host. */
class LocalEngine implements Engine {
  readonly limits: Limits;
  readonly #machinery: Machinery | string;
  readonly #observer: EngineObserver;
  readonly #queue: FairQueue;
  readonly #checks: FairQueue;
  readonly #facts: HostFacts = hostFacts();
  readonly #closing = new AbortController();

  /** @param machinery or the reason why there is none */
  constructor(
    config: EngineConfig,
    limits: Limits,
    machinery: Machinery | string,
    observer: EngineObserver,
  ) {
    this.limits = limits;
    this.#machinery = machinery;
    this.#observer = observer;
    this.#queue = new FairQueue({
      slots: config.runsAtOnce,
      waiting: config.runsWaiting,
      perClient: config.runsPerClient,
    });
    this.#checks = new FairQueue(checkBounds(config.runsAtOnce));
  }

  environment(scratch: 'tmpfs' | 'disk'): Environment {
    return {
      ...this.#facts,
      aioMaxNr: readAioMaxNr(),
      scratch: scratch === 'disk' ? 'ext4' : 'tmpfs',
    };
  }

  unavailable(request: RunRequest): string | null {
    if (request.conditions?.scratch !== 'disk') return null;
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
    const run = (request: RunRequest, admission: Admission, signal: AbortSignal) =>
      this.#conduct(request, admission, signal, unheard);
    return checkHost(this.#machinery, run);
  }

  occupancy(): { running: number; waiting: number; tearingDown: number } {
    const { running, waiting } = this.#queue.occupancy();
    if (typeof this.#machinery === 'string') return { running, waiting, tearingDown: 0 };
    const { site, sandboxes } = this.#machinery;
    return {
      running,
      waiting,
      tearingDown: Math.max(0, site.lanes.busy - sandboxes.size - running),
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
  ): AsyncGenerator<TimedEvent> {
    const trouble = (error: unknown) => observer.troubled(error);
    return conduct({
      request,
      admission,
      signal: AbortSignal.any([signal, this.#closing.signal]),
      limits: this.limits,
      environment: this.environment(request.conditions?.scratch ?? 'tmpfs'),
      observer,
      compile: (compilation) => this.#ready().compile.compile(compilation),
      prepare: async () => {
        const { site, sandboxes } = this.#ready();
        return prepareRun(site, sandboxes, request, trouble);
      },
    });
  }

  #ready(): Machinery {
    if (typeof this.#machinery === 'string') throw new Error(this.#machinery);
    return this.#machinery;
  }
}
