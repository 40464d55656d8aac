import { createCompileStage, type CompileStage } from '../compile/compiler.ts';
import type { Limits } from '../protocol/index.ts';
import type { RunSite } from './held-sandbox.ts';
import { identityOf, prepareHost } from './host.ts';
import { LanePool } from './lane-pool.ts';
import { ReadySandboxes } from './ready-sandboxes.ts';
import { ThreadPool } from './thread-pool.ts';
import { createTools } from './tool-runner.ts';

/** Lanes per slot: a dying process waits up to 50 ms, in which a slot serves several others. */
const lanesPerSlot = 8;
/** Ready sandboxes per slot: one to take, one being made. */
const readyPerSlot = 2;
const programCache = { maxBytes: 64 * 1024 * 1024, maxAgeMs: 60 * 60 * 1000 };
/** Tools take turns with ids of their own, above those of the lanes. */
const toolIdentities = { first: 5000, count: 64 };

/** Everything that runs snippets. */
export interface Machinery {
  site: RunSite;
  compile: CompileStage;
  sandboxes: ReadySandboxes;
  close(): Promise<void>;
}

/** Builds the machinery on this host. Throws an error that names what the host lacks. */
export async function assemble(slots: number, workDir: string, limits: Limits): Promise<Machinery> {
  // A scratch disk takes the place of /work's half of the disk limit.
  const host = await prepareHost(workDir, limits.diskBytes / 2);
  let tool = 0;
  const tools = createTools({
    rootDirectory: host.toolRoot,
    filterFile: host.toolFilter,
    nextIdentity: () => identityOf(toolIdentities.first + (tool++ % toolIdentities.count)),
  });
  const compile = await createCompileStage(tools, programCache);
  const lanes = new LanePool(slots * lanesPerSlot, identityOf);
  const threads = new ThreadPool(slots);
  await threads.warm();
  const site = { host, lanes, limits, threads };
  const sandboxes = new ReadySandboxes(site, slots * readyPerSlot);
  sandboxes.refill();
  return {
    site,
    compile,
    sandboxes,
    async close() {
      await sandboxes.close();
      compile.close();
      await lanes.allFree();
      await threads.close();
      await host.remove();
    },
  };
}
