import type { NamedKernel } from '../../config/kernel-list.ts';
import type { EngineConfig, LocalEngine } from '../create-engine.ts';
import type { EngineObserver } from '../engine.ts';
import { FairQueue, type FairQueueBounds } from '../queue/fair-queue.ts';
import { KernelSupply } from './kernel-supply.ts';
import { ownKernel } from './kernel-table.ts';
import { MachineEngine } from './machine-engine.ts';

/** The part of the server's configuration that machines use; config.ts documents each. */
export interface OwnKernelConfig {
  kernels: readonly NamedKernel[];
  kernelsDir: string;
  kernelsMirror: string;
  machinesReady: number;
}

/** Machines of all kernels that run at once: each may take a processor, and a tenth of a gigabyte. */
const machinesAtOnce = 2;

/** The queue of all machines, and what it holds. */
export function machineQueue(waits: Omit<FairQueueBounds, 'slots'>) {
  const bounds = { ...waits, slots: machinesAtOnce };
  return { bounds, queue: new FairQueue(bounds) };
}

/** Starts the engines of the kernels that are to be offered; their kernels come in the background. */
export function startMachines(
  local: LocalEngine,
  config: EngineConfig & OwnKernelConfig,
  observer: EngineObserver,
): [string, MachineEngine][] {
  const { host } = local;
  const kernels = config.kernels.map(ownKernel);
  if (host === null || kernels.length === 0) return [];
  const store = { folder: config.kernelsDir, mirror: config.kernelsMirror };
  const supply = new KernelSupply(host, store);
  const shared = machineQueue({ waiting: config.runsWaiting, perClient: config.runsPerClient });
  const last = kernels.at(-1);
  const engines = new Map(
    kernels.map((kernel) => {
      const machinesReady = kernel === last ? config.machinesReady : 0;
      const parts = { kernel, supply, local, machinesReady, observer, ...shared };
      return [kernel.id, new MachineEngine(parts)];
    }),
  );
  // In a list that is in order, the last one is the newest: what most readers choose.
  void supply.start(kernels.toReversed(), ({ id }) => engines.get(id)?.supplied());
  return [...engines];
}
