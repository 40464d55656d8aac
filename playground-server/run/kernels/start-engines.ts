import { chooseEngines } from '../choose-engine.ts';
import type { Engine } from '../engine.ts';
import { EngineRouter } from './engine-router.ts';

/** Starts the engines of all kernels, and combines them. */
export async function startEngines(...parts: Parameters<typeof chooseEngines>): Promise<Engine> {
  return new EngineRouter(await chooseEngines(...parts));
}
