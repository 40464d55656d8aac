import type { EngineConfig } from './create-engine.ts';
import type { Engine, EngineObserver } from './engine.ts';
import type { RemoteEngineConfig } from './remote/remote-engine.ts';
import type { PoolListener } from './remote/runner-pool.ts';

/**
 * The only choice between running snippets here and handing them to runners. The code of the other
 * one is not even loaded: a web instance needs no compiler, sandbox or libseccomp.
 */
export async function chooseEngine(
  config: EngineConfig & RemoteEngineConfig,
  observer: EngineObserver,
  listener: PoolListener,
): Promise<Engine> {
  if (config.runners.length > 0) {
    const { createRemoteEngine } = await import('./remote/remote-engine.ts');
    return createRemoteEngine(config, listener);
  }
  const { createEngine } = await import('./create-engine.ts');
  return createEngine(config, observer);
}
