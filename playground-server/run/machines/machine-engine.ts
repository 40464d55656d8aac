import type { Asker } from '../../compile/compiler.ts';
import { demandsOf } from '../../protocol/index.ts';
import type {
  Environment,
  KernelFacts,
  Limits,
  PreflightCheck,
  RunDemands,
  RunRequest,
} from '../../protocol/index.ts';
import { checkSnippet, conductCheck, type CheckResult } from '../check-snippet.ts';
import { compileAndExecute } from '../compile-and-execute.ts';
import { conduct } from '../conduct.ts';
import type { Engine, EngineObserver, Workforce } from '../engine.ts';
import type { LocalEngine } from '../create-engine.ts';
import { impossibleRequest } from '../impossible-request.ts';
import type { Admission, Rejected } from '../queue/admission.ts';
import { checkBounds } from '../queue/check-bounds.ts';
import { FairQueue, type FairQueueBounds } from '../queue/fair-queue.ts';
import { ReadySandboxes } from '../sandboxes/ready-sandboxes.ts';
import type { TimedEvent } from '../timed-event.ts';
import type { BootableKernel, KernelSupply, Supply } from './kernel-supply.ts';
import { remedyOf, sourceOf } from './kernel-words.ts';
import type { OwnKernel } from './kernel-table.ts';
import { bootPatiently } from './boot-patiently.ts';
import { freeMachine, type Machine } from './machine.ts';
import { machineLanguages, onlyMachineLanguages } from './machine-languages.ts';
import { limitsOf } from '../limits.ts';
import { aioMaxNr, machineLimits } from './machine-limits.ts';
import { prepareMachine } from './machine-run.ts';
import { machineScratches, workDirectory } from './machine-scratch.ts';

/**
 * A boot takes seconds, on a busy host many. One in ten of 5.10's never ends: the thread that serves
 * its disks faults, and the kernel waits for it. The next attempt is as good as any.
 */
const usualBootTimeoutsMs = [15_000, 30_000, 60_000];

export interface MachineEngineParts {
  kernel: OwnKernel;
  supply: KernelSupply;
  /** compiles for all kernels, and has what sandboxes are made of */
  local: LocalEngine;
  /** which machines of all kernels share */
  queue: FairQueue;
  bounds: FairQueueBounds;
  /** machines to boot ahead of need */
  machinesReady: number;
  /** after which a boot is given up, for each attempt in turn */
  bootTimeoutsMs?: readonly number[];
  observer: EngineObserver;
}

/** Runs snippets on a kernel that is booted for each of them. */
export class MachineEngine implements Engine {
  readonly #parts: MachineEngineParts;
  readonly bounds: FairQueueBounds;
  readonly #checks: FairQueue;
  readonly #closing = new AbortController();
  readonly #ready: ReadySandboxes<Machine>;

  constructor(parts: MachineEngineParts) {
    this.#parts = parts;
    this.bounds = parts.bounds;
    this.#checks = new FairQueue(checkBounds(parts.bounds.slots));
    const maker = {
      hold: async () => {
        const { parts: made, root } = this.#booted();
        return bootPatiently(made, root, parts.bootTimeoutsMs ?? usualBootTimeoutsMs);
      },
      free: (machine: Machine) => freeMachine(this.#booted().parts, machine),
    };
    this.#ready = new ReadySandboxes(maker, parts.machinesReady, (error) =>
      parts.observer.troubled(error),
    );
  }

  get kernels(): readonly string[] {
    return this.#supply.kind === 'ready' ? [this.#parts.kernel.id] : [];
  }

  kernelFacts(): KernelFacts[] {
    const { id, from } = this.#parts.kernel;
    const kernel = { id, source: sourceOf(from) };
    const supply = this.#supply;
    switch (supply.kind) {
      case 'ready':
        return [
          {
            state: 'available',
            ...kernel,
            release: supply.release,
            isOwn: true,
            languages: machineLanguages,
            scratches: machineScratches(supply),
          },
        ];
      case 'missing':
        return [
          { state: 'missing', ...kernel, reason: supply.reason, remedy: remedyOf(from, supply) },
        ];
      case 'fetching':
        return [{ state: 'fetching', ...kernel, step: supply.step }];
    }
  }

  /** Boots machines ahead of need, once there is something to boot. */
  supplied(): void {
    this.#ready.refill();
  }

  limits(demands: RunDemands): Limits {
    return machineLimits(this.#parts.local.limits(demands));
  }

  environment(demands: RunDemands): Environment {
    const { watching: _, ...host } = this.#parts.local.environment(demands);
    const supply = this.#supply;
    const kernel = supply.kind === 'ready' ? supply.release : this.#parts.kernel.id;
    return { ...host, kernel, aioMaxNr };
  }

  unavailable(request: RunRequest): string | null {
    if (!machineLanguages.includes(request.language)) return onlyMachineLanguages;
    const supply = this.#supply;
    const work = supply.kind === 'ready' && workDirectory(demandsOf(request).scratch, supply);
    return typeof work === 'string' ? work : impossibleRequest(request);
  }

  admit(client: string): Admission | Rejected {
    return this.#parts.queue.admit(client, this.#parts.kernel.id);
  }

  run(request: RunRequest, admission: Admission, signal: AbortSignal): AsyncGenerator<TimedEvent> {
    const demands = demandsOf(request);
    const either = AbortSignal.any([signal, this.#closing.signal]);
    const limits = limitsOf(this.limits(demands), request);
    return conduct({
      admission,
      signal: either,
      limits,
      environment: this.environment(demands),
      execute: () => this.#execute(request, admission, either, limits),
    });
  }

  admitCheck(client: string): Admission | Rejected {
    return this.#checks.admit(client);
  }

  check(request: RunRequest, admission: Admission, signal: AbortSignal): Promise<CheckResult> {
    const either = AbortSignal.any([signal, this.#closing.signal]);
    const { local, observer } = this.#parts;
    const parts = {
      request,
      asker: admission,
      signal: either,
      compile: local.compile,
      observer,
    };
    return conductCheck(admission, either, () => checkSnippet(parts));
  }

  async preflight(): Promise<PreflightCheck[]> {
    const supply = this.#supply;
    const remedy = remedyOf(this.#parts.kernel.from, supply);
    const common = { name: 'kernel', need: 'optional', remedy } as const;
    switch (supply.kind) {
      case 'ready':
        return [{ ...common, ok: true, detail: `Linux ${supply.release}` }];
      case 'missing':
        return [{ ...common, ok: false, detail: supply.reason }];
      case 'fetching':
        return [{ ...common, ok: false, detail: 'It is on its way.' }];
    }
  }

  occupancy(): { running: number; waiting: number; tearingDown: number } {
    return { ...this.#parts.queue.occupancy(this.#parts.kernel.id), tearingDown: 0 };
  }

  workforces(): Workforce[] {
    const kernel = this.#parts.kernel.id;
    const readySandboxes = this.#ready.readyCount;
    return [{ kernel, kind: 'local', readySandboxes, idleThreads: 0, busyThreads: 0 }];
  }

  async close(graceMs: number): Promise<void> {
    const timer = setTimeout(() => this.#closing.abort(), graceMs);
    await Promise.all([this.#parts.queue.close(), this.#checks.close()]);
    clearTimeout(timer);
    await this.#parts.supply.close();
    await this.#ready.close();
    const supply = this.#supply;
    if (supply.kind === 'ready') await supply.parts.leases.allFree();
  }

  #execute(
    request: RunRequest,
    asker: Asker,
    signal: AbortSignal,
    limits: Limits,
  ): AsyncGenerator<TimedEvent> {
    const { local, observer, kernel } = this.#parts;
    const supply = this.#booted();
    return compileAndExecute({
      request,
      asker,
      signal,
      observer,
      compile: local.compile,
      need: () => local.host?.cgroups?.need(),
      whilePreparing: { kind: 'booting', kernel: kernel.id },
      prepare: () =>
        prepareMachine(supply, this.#ready, limits, request, asker, (error) =>
          observer.troubled(error),
        ),
    });
  }

  get #supply(): Supply {
    return this.#parts.supply.of(this.#parts.kernel);
  }

  #booted(): BootableKernel {
    const supply = this.#supply;
    if (supply.kind !== 'ready')
      throw new Error('a machine was asked for before its kernel was there');
    return supply;
  }
}
