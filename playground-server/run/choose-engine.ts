import type { EngineConfig } from './create-engine.ts';
import type { Engine, EngineObserver } from './engine.ts';
import type { OwnKernelConfig } from './machines/start-machines.ts';
import type { RemoteEngineConfig } from './remote/remote-engine.ts';
import type { PoolListener } from './remote/runner-pool.ts';
import { standardKernel } from '../protocol/index.ts';

/**
 * The only choice between running snippets here and handing them to runners. The code of the other
 * one is not even loaded: a web instance needs no compiler, sandbox or libseccomp. Never rejects: the
 * preflight of each engine reports what is missing.
 * @returns the engine of each kernel, by the id that requests use; the standard one is the first
 */
export async function chooseEngines(
  config: EngineConfig & RemoteEngineConfig & OwnKernelConfig,
  observer: EngineObserver,
  listener: PoolListener,
): Promise<Map<string, Engine>> {
  if (config.runners.length > 0) {
    const { createRemoteEngine } = await import('./remote/remote-engine.ts');
    return new Map([[standardKernel, await createRemoteEngine(config, listener)]]);
  }
  const { createEngine } = await import('./create-engine.ts');
  const { startMachines } = await import('./machines/start-machines.ts');
  const local = await createEngine(config, observer);
  if (local.host !== null) local.measureWatching();
  return new Map<string, Engine>([
    [standardKernel, local],
    ...startMachines(local, config, observer),
  ]);
}
