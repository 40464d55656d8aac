import { tmpdir } from 'node:os';
import { standardKernel } from '../../playground-server/protocol/index.ts';
import { createEngine } from '../../playground-server/run/create-engine.ts';
import { unheard, type Engine } from '../../playground-server/run/engine.ts';
import { KernelSupply } from '../../playground-server/run/machines/kernel-supply.ts';
import { ownKernel } from '../../playground-server/run/machines/kernel-table.ts';
import { MachineEngine } from '../../playground-server/run/machines/machine-engine.ts';
import { machineQueue } from '../../playground-server/run/machines/start-machines.ts';
import { kernelsFolder } from '../kept-kernels.ts';

const store = { folder: kernelsFolder, mirror: 'http://deb.debian.org/debian' };

/**
 * The engines of these kernels, for one run at a time; a kernel that is not there yet is fetched. The
 * host's is among them, since it compiles for all.
 */
export async function openEngines(ids: readonly string[]): Promise<Map<string, Engine>> {
  const observer = { ...unheard, troubled: console.error };
  const one = { runsAtOnce: 1, runsWaiting: 1, runsPerClient: 1 };
  const local = await createEngine({ ...one, workDir: tmpdir() }, observer);
  const engines = new Map<string, Engine>([[standardKernel, local]]);
  const kernels = ids
    .filter((id) => id !== standardKernel)
    .map((id) => ownKernel({ id, path: null }));
  if (local.host === null || kernels.length === 0) return engines;
  const supply = new KernelSupply(local.host, store);
  const shared = { local, supply, observer, machinesReady: 0 };
  for (const kernel of kernels) {
    const queue = machineQueue({ waiting: 1, perClient: 1 });
    engines.set(kernel.id, new MachineEngine({ ...shared, ...queue, kernel }));
  }
  await supply.start(kernels, () => undefined);
  return engines;
}
