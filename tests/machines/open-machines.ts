import { kernelsFolder } from '../../scripts/kept-kernels.ts';
import { createEngine, type LocalEngine } from '../../playground-server/run/create-engine.ts';
import { unheard } from '../../playground-server/run/engine.ts';
import { KernelSupply } from '../../playground-server/run/machines/kernel-supply.ts';
import { ownKernel, type OwnKernel } from '../../playground-server/run/machines/kernel-table.ts';
import {
  MachineEngine,
  type MachineEngineParts,
} from '../../playground-server/run/machines/machine-engine.ts';
import { machineQueue } from '../../playground-server/run/machines/start-machines.ts';
import { patientTools } from '../patient-tools.ts';

const store = {
  folder: kernelsFolder,
  mirror: 'http://deb.debian.org/debian',
};

const waits = { waiting: 64, perClient: 64 };

export const kernelOf = (id: string): OwnKernel => ownKernel({ id, path: null });

/** Engines of own kernels, and the one of this host, which shares its parts. */
export interface OpenMachines {
  local: LocalEngine;
  supply: KernelSupply;
  engines: ReadonlyMap<string, MachineEngine>;
  shared: Omit<MachineEngineParts, 'kernel'>;
  /** resolves when each kernel is there, or cannot be had */
  got: Promise<void>;
  close(): Promise<void>;
}

/** Opens engines like a server's, which fetch kernels that are not there. Their creator closes them. */
export async function openMachines(
  ids: readonly string[],
  workDir: string,
  troubled: (error: unknown) => void,
): Promise<OpenMachines> {
  const observer = { ...unheard, troubled };
  const sizes = { runsAtOnce: 2, runsWaiting: 64, runsPerClient: 64 };
  // A busy machine takes longer over a program; those that hang are not tried here.
  const patient = { limits: { wallTimeMs: 60_000 }, toolLimits: patientTools };
  const local = await createEngine({ ...sizes, ...patient, workDir }, observer);
  if (!local.host) throw new Error('this host runs no snippets at all');
  const supply = new KernelSupply(local.host, store);
  const kernels = ids.map(kernelOf);
  const shared = { supply, local, observer, machinesReady: 0, ...machineQueue(waits) };
  const engines = new Map(
    kernels.map((kernel) => [kernel.id, new MachineEngine({ ...shared, kernel })] as const),
  );
  const got = supply.start(kernels, ({ id }) => engines.get(id)?.supplied());
  return {
    ...{ local, supply, engines, shared, got },
    async close() {
      for (const engine of engines.values()) await engine.close(0);
      await local.close(0);
    },
  };
}
