import { afterAll, beforeAll, expect } from 'vitest';
import { runDemandsSchema, type Limits } from '../../playground-server/protocol/index.ts';
import type { Engine } from '../../playground-server/run/engine.ts';
import { temporaryFolder } from '../tmp/temporary-folder.ts';
import { collectRun, prelude, startEngine, type RunOptions, type Seen } from './collect-run.ts';

export interface Sandboxes {
  engine: () => Engine;
  /** What a C snippet may use. */
  limits: () => Limits;
  /** Runs a C snippet, with the prelude before it. */
  runC: (source: string, options?: RunOptions) => Promise<Seen>;
  /** The directory that the engine works in. */
  workDir: () => string;
}

const cDemands = runDemandsSchema.parse({ language: 'c' });

/**
 * One engine for the claims of a file, in a directory of its own, with limits other than a server's
 * if need be.
 */
export function useSandboxes(unlike: Partial<Limits> = {}): Sandboxes {
  let engine: Engine | null = null;
  let workDir = '';
  const troubles: unknown[] = [];
  const ready = (): Engine => {
    if (!engine) throw new Error('the engine is not there yet');
    return engine;
  };
  beforeAll(async () => {
    workDir = temporaryFolder('work-dir');
    engine = await startEngine(workDir, troubles, unlike);
  });
  afterAll(async () => {
    await engine?.close(0);
    expect(troubles).toEqual([]);
  });
  return {
    engine: ready,
    limits: () => ready().limits(cDemands),
    workDir: () => workDir,
    runC: (source, options) => collectRun(ready(), prelude + source, options),
  };
}
