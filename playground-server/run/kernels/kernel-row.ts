import type { EngineConfig } from '../create-engine.ts';
import type { Engine, EngineObserver } from '../engine.ts';
import type { RemoteEngineConfig } from '../remote/remote-engine.ts';
import type { PoolListener } from '../remote/runner-pool.ts';

/** A kernel that snippets may ask to run on. */
export interface KernelRow {
  /** Starts the engine for this kernel. Never rejects: its preflight reports what is missing. */
  start(
    config: EngineConfig & RemoteEngineConfig,
    observer: EngineObserver,
    listener: PoolListener,
  ): Promise<Engine>;
}
