import type { Engine } from '../engine.ts';
import { EngineRouter } from './engine-router.ts';
import type { KernelRow } from './kernel-row.ts';
import { kernelTable } from './kernel-table.ts';

/** Starts the engines of all kernels, and combines them. */
export async function startEngines(...parts: Parameters<KernelRow['start']>): Promise<Engine> {
  const rows = Object.entries<KernelRow>(kernelTable);
  const started = rows.map(async ([kernel, row]) => [kernel, await row.start(...parts)] as const);
  return new EngineRouter(new Map(await Promise.all(started)));
}
