import { demandsOf, standardKernel } from '../../protocol/index.ts';
import type {
  Environment,
  KernelFacts,
  Limits,
  PreflightCheck,
  RunDemands,
  RunRequest,
} from '../../protocol/index.ts';
import type { CheckResult } from '../check-snippet.ts';
import type { Engine, Workforce } from '../engine.ts';
import type { Admission, Rejected } from '../queue/admission.ts';
import type { FairQueueBounds } from '../queue/fair-queue.ts';
import type { TimedEvent } from '../timed-event.ts';

/** What a run takes besides its request. */
type RunRest = Parameters<Engine['run']> extends [RunRequest, ...infer Rest] ? Rest : never;

/** Several kernels as one engine: each run goes to the engine of the kernel that it requests. */
export class EngineRouter implements Engine {
  readonly #engines: ReadonlyMap<string, Engine>;
  readonly bounds: Readonly<FairQueueBounds>;

  /** @param engines by the id of their kernel; the standard one is among them */
  constructor(engines: ReadonlyMap<string, Engine>) {
    this.#engines = engines;
    // Engines that share a queue have the same bounds.
    const queues = new Set([...engines.values()].map((engine) => engine.bounds));
    const all = (bound: keyof FairQueueBounds) => [...queues].map((bounds) => bounds[bound]);
    const sum = (bounds: number[]) => bounds.reduce((total, each) => total + each, 0);
    this.bounds = {
      get slots() {
        return sum(all('slots'));
      },
      get waiting() {
        return sum(all('waiting'));
      },
      // In each queue, a client has a share of its own.
      get perClient() {
        return Math.max(...all('perClient'));
      },
    };
  }

  /** A row of the table is offered where its engine says that it can run it; runners may not. */
  get kernels(): readonly string[] {
    const rows = [...this.#engines];
    return rows.flatMap(([kernel, engine]) => (engine.kernels.includes(kernel) ? [kernel] : []));
  }

  kernelFacts(): KernelFacts[] {
    return this.#all.flatMap((engine) => engine.kernelFacts());
  }

  limits(demands: RunDemands): Limits {
    return this.#engineOf(demands.kernel).limits(demands);
  }

  environment(demands: RunDemands): Environment {
    return this.#engineOf(demands.kernel).environment(demands);
  }

  unavailable(request: RunRequest): string | null {
    return this.#engineFor(request).unavailable(request);
  }

  admit(client: string, kernel?: string): Admission | Rejected {
    return this.#engineOf(kernel).admit(client, kernel);
  }

  run(request: RunRequest, ...rest: RunRest): AsyncGenerator<TimedEvent> {
    return this.#engineFor(request).run(request, ...rest);
  }

  admitCheck(client: string, kernel?: string): Admission | Rejected {
    return this.#engineOf(kernel).admitCheck(client, kernel);
  }

  check(request: RunRequest, admission: Admission, signal: AbortSignal): Promise<CheckResult> {
    return this.#engineFor(request).check(request, admission, signal);
  }

  /**
   * If a kernel fails, only its own runs are affected: just the standard kernel's checks are
   * required.
   */
  async preflight(): Promise<PreflightCheck[]> {
    const reports = [...this.#engines].map(async ([kernel, engine]) => {
      const checks = await engine.preflight();
      if (kernel === standardKernel) return checks;
      return checks.map((check): PreflightCheck => ({
        ...check,
        name: `${kernel}: ${check.name}`,
        need: 'optional',
      }));
    });
    return (await Promise.all(reports)).flat();
  }

  occupancy(): ReturnType<Engine['occupancy']> {
    const all = this.#all.map((engine) => engine.occupancy());
    const sum = (state: keyof ReturnType<Engine['occupancy']>) =>
      all.reduce((count, each) => count + each[state], 0);
    return { running: sum('running'), waiting: sum('waiting'), tearingDown: sum('tearingDown') };
  }

  workforces(): Workforce[] {
    return this.#all.flatMap((engine) => engine.workforces());
  }

  async close(graceMs: number): Promise<void> {
    const [standard, ...own] = this.#all;
    // They live on what the standard kernel's engine has made on this host.
    await Promise.all(own.map((engine) => engine.close(graceMs)));
    await standard?.close(graceMs);
  }

  get #all(): Engine[] {
    return [...this.#engines.values()];
  }

  #engineFor(request: RunRequest): Engine {
    return this.#engineOf(demandsOf(request).kernel);
  }

  /** Throws if the door let a kernel through that does not exist. */
  #engineOf(kernel = standardKernel): Engine {
    const engine = this.#engines.get(kernel);
    if (!engine) throw new Error(`there is no engine for the kernel ${kernel}`);
    return engine;
  }
}
