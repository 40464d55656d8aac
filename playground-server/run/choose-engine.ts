import type { EngineConfig } from './create-engine.ts';
import type { Engine, EngineObserver } from './engine.ts';
import type { RemoteEngineConfig } from './remote/remote-engine.ts';
import type { PoolListener } from './remote/runner-pool.ts';

/**
 * The one choice between running snippets here and handing them to runners. What the other one
 * needs is not even loaded: a web instance does without compiler, sandbox and libseccomp.
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
