import type { CompileStage } from '../compile/compile-stage.ts';
import { demandsOf, fileSystems, languages, scratches, standardKernel } from '../protocol/index.ts';
import type {
  Environment,
  KernelFacts,
  Language,
  Limits,
  RunDemands,
  RunRequest,
  Scratch,
  Tape,
} from '../protocol/index.ts';
import { checkSnippet, conductCheck, type CheckResult } from './check-snippet.ts';
import { compileAndExecute } from './compile-and-execute.ts';
import { checkBounds } from './queue/check-bounds.ts';
import { conduct } from './conduct.ts';
import type { Engine, EngineObserver, PreflightCheck, Workforce } from './engine.ts';
import { AioMaxNr } from './host/aio-max-nr.ts';
import { hostFacts, type HostFacts } from './host/environment.ts';
import type { Host } from './host/host.ts';
import type { Admission, Rejected } from './queue/admission.ts';
import { FairQueue, type FairQueueBounds } from './queue/fair-queue.ts';
import { messageOf, withoutPaths } from './fault-message.ts';
import { impossibleRequest, tooMuchMemory } from './impossible-request.ts';
import { runLimits } from './languages/run-limits.ts';
import { limitsOf, toolLimits, type ToolLimits } from './limits.ts';
import { shownOn } from '../decode/families/shown-calls.ts';
import type { ShownCalls } from '../sandbox/policy/show-calls.ts';
import { assemble, type Machinery } from './machinery.ts';
import { checkHost, noQueue } from './host/preflight.ts';
import { WatchingCost } from './host/watching-cost.ts';
import { prepareRun } from './sandboxes/prepare-run.ts';
import type { HeldSandbox } from './sandboxes/held-sandbox.ts';
import type { ReadySandboxes } from './sandboxes/ready-sandboxes.ts';
import type { TimedEvent } from './timed-event.ts';

/** The part of the server's configuration that the engine uses; config.ts documents each. */
export interface EngineConfig {
  runsAtOnce: number;
  runsWaiting: number;
  runsPerClient: number;
  /** Node processes that wait for a TypeScript snippet; with none, each snippet starts its own */
  typescriptReady?: number;
  workDir: string;
  /** what appears on each tape, where it is not the usual */
  shownOn?: (tape: Tape) => readonly ShownCalls[];
  /** what a program may use, where it is not the usual: a test may give a slow machine more time */
  limits?: Partial<Limits>;
  /** the same for what the compilers may use */
  toolLimits?: Partial<ToolLimits>;
}

/** Creates the engine. Never rejects: `preflight` reports what the host lacks. */
export async function createEngine(
  config: EngineConfig,
  observer: EngineObserver,
): Promise<LocalEngine> {
  const aioMaxNr = new AioMaxNr();
  const limitsWith = (hasGroups: boolean) =>
    runLimits({ slots: config.runsAtOnce, aioMaxNr: aioMaxNr.read(), hasGroups }, config.limits);
  const sizes = {
    slots: config.runsAtOnce,
    typescriptReady: config.typescriptReady ?? 0,
    shownOn: config.shownOn ?? shownOn,
    tools: { ...toolLimits, ...config.toolLimits },
  };
  const machinery = await assemble(sizes, config.workDir, limitsWith, aioMaxNr, (error) =>
    observer.troubled(error),
  ).catch((error: unknown) => {
    observer.troubled(error);
    return withoutPaths(messageOf(error));
  });
  const limits = typeof machinery === 'string' ? limitsWith(false) : machinery.limits;
  return new LocalEngine(config, limits, aioMaxNr, machinery, observer);
}

/** Runs snippets on the kernel of this host. */
export class LocalEngine implements Engine {
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
  readonly #watching = new WatchingCost();

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

  /** What machines can be made of; null if this host cannot run snippets. */
  get host(): Host | null {
    return typeof this.#machinery === 'string' ? null : this.#machinery.host;
  }

  readonly compile: CompileStage['compile'] = (compilation) =>
    this.#ready().compile.compile(compilation);

  kernelFacts(): KernelFacts[] {
    const kernel = { id: standardKernel, source: 'the machine that serves' };
    const machinery = this.#machinery;
    if (typeof machinery === 'string')
      return [{ state: 'missing', ...kernel, reason: machinery, remedy: seeReadiness }];
    const { kernel: release } = this.#facts;
    const offered: Scratch[] = machinery.host.disks ? [...scratches] : ['tmpfs'];
    const offers = { isOwn: false, languages: [...languages], scratches: offered };
    return [{ state: 'available', ...kernel, release, ...offers }];
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
      scratch: fileSystems[scratch],
      ...(this.#watching.value && { watching: this.#watching.value }),
    };
  }

  unavailable(request: RunRequest): string | null {
    const demands = demandsOf(request);
    const impossible = impossibleRequest(request) ?? tooMuchMemory(request, this.limits(demands));
    if (impossible !== null || demands.scratch === 'tmpfs') return impossible;
    const machinery = this.#machinery;
    if (typeof machinery !== 'string' && machinery.host.disks) return null;
    const why = typeof machinery === 'string' ? machinery : machinery.host.diskDetail;
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
    const either = AbortSignal.any([signal, this.#closing.signal]);
    const compile = this.#compilation('compile');
    const parts = { request, asker: admission, signal: either, compile, observer: this.#observer };
    return conductCheck(admission, either, () => checkSnippet(parts));
  }

  preflight(): Promise<PreflightCheck[]> {
    return checkHost(this.#machinery, (request, admission, signal, troubled) =>
      this.#conduct(request, admission, signal, { troubled }, 'translate'),
    );
  }

  /** Learns what watching costs, for the environment that readers are told. */
  measureWatching(): void {
    const troubled = (error: unknown) => this.#observer.troubled(error);
    const isFree = () => this.#queue.occupancy().running + this.#queue.occupancy().waiting === 0;
    const run = (request: RunRequest, signal: AbortSignal) =>
      this.#conduct(request, noQueue, signal, { troubled }, 'translate');
    this.#watching.start(run, isFree, troubled);
  }

  occupancy(): { running: number; waiting: number; tearingDown: number } {
    const { running, waiting } = this.#queue.occupancy();
    if (typeof this.#machinery === 'string') return { running, waiting, tearingDown: 0 };
    const { leases, ready } = this.#machinery;
    const untouched = sum(ready, ({ size }) => size);
    return { running, waiting, tearingDown: Math.max(0, leases.out - untouched - running) };
  }

  workforces(): Workforce[] {
    const own = { kernel: standardKernel, kind: 'local' } as const;
    if (typeof this.#machinery === 'string')
      return [{ ...own, readySandboxes: 0, idleThreads: 0, busyThreads: 0 }];
    const { ready, threads } = this.#machinery;
    const readySandboxes = sum(ready, ({ readyCount }) => readyCount);
    return [{ ...own, readySandboxes, idleThreads: threads.idle, busyThreads: threads.busy }];
  }

  async close(graceMs: number): Promise<void> {
    const timer = setTimeout(() => this.#closing.abort(), graceMs);
    await Promise.all([this.#queue.close(), this.#checks.close(), this.#watching.close()]);
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
    const either = AbortSignal.any([signal, this.#closing.signal]);
    const parts = {
      request,
      asker: admission,
      signal: either,
      observer,
      compile: this.#compilation(how),
      need: () => this.host?.cgroups?.need(),
      prepare: async () => prepareRun(this.#ready(), demands, request, admission, troubled),
    };
    return conduct({
      admission,
      signal: either,
      limits: limitsOf(this.limits(demands), request),
      environment: this.environment(demands),
      execute: () => compileAndExecute(parts),
    });
  }

  #compilation(how: 'compile' | 'translate'): CompileStage['compile'] {
    return (compilation) => this.#ready().compile[how](compilation);
  }

  #ready(): Machinery {
    if (typeof this.#machinery === 'string') throw new Error(this.#machinery);
    return this.#machinery;
  }
}

const seeReadiness = '/readyz says what the machine that serves lacks.';

const sum = (
  ready: Machinery['ready'],
  count: (one: ReadySandboxes<HeldSandbox>) => number,
): number => Object.values(ready).reduce((all, one) => all + count(one), 0);
