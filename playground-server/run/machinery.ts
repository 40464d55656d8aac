import { createCompileStage, type CompileStage } from '../compile/compile-stage.ts';
import type { Tools } from '../compile/tool.ts';
import {
  forEachLanguage,
  runDemandsSchema,
  type Language,
  type Limits,
} from '../protocol/index.ts';
import type { AioMaxNr } from './host/aio-max-nr.ts';
import { freeSandbox, holdSandbox, type HeldSandbox } from './sandboxes/held-sandbox.ts';
import { identitiesOf, prepareHost, type Host } from './host/host.ts';
import { policiesFor } from './host/policies.ts';
import { diskBytes, type ToolLimits } from './limits.ts';
import { Leases } from './sandboxes/leases.ts';
import type { MachinerySizes } from './languages/language-row.ts';
import { languageRows } from './languages/language-table.ts';
import type { PreparationParts } from './sandboxes/prepare-run.ts';
import { ReadySandboxes } from './sandboxes/ready-sandboxes.ts';
import { createMender } from './host/mender.ts';
import { ThreadPool } from './tracing/thread-pool.ts';
import { createTools } from './tools/tool-runner.ts';

/**
 * There are more leases than slots: a process with a live AIO context takes 30–50 ms to die. That
 * is waiting and not work, so it keeps its lease but gives up its slot, which meanwhile serves
 * others.
 */
const leasesPerSlot = 8;
/** Threads beyond one per slot: a thread may still be finishing one run when the next begins. */
const spareThreads = 1;
const MiB = 1024 * 1024;
const programCache = {
  maxBytes: 32 * MiB,
  perClientBytes: 8 * MiB,
  perProgramBytes: 2 * MiB,
  maxAgeMs: 60 * 60 * 1000,
};
/** Host ids for tools, above those of programs: more than there can be compilers, busy and held. */
const toolIds = { first: 5000, count: 2048 };

/** Cleaners of /tmp come once a day; checking a few thousand files takes some milliseconds. */
const mendEveryMs = 10 * 60_000;

/** Everything that runs snippets. */
export interface Machinery extends PreparationParts {
  /** what a run may use, by its language */
  limits: Record<Language, Limits>;
  compile: CompileStage;
  /**
   * Restores what a cleaner removed from the work directory; a server may run in /tmp for weeks.
   */
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** Builds the machinery on this host. Throws an error that names what the host lacks. */
export async function assemble(
  sizes: MachinerySizes,
  workDir: string,
  limitsWith: (hasGroups: boolean) => Record<Language, Limits>,
  aioMaxNr: AioMaxNr,
  troubled: (error: unknown) => void,
): Promise<Machinery> {
  const { slots } = sizes;
  const host = await prepareHost(workDir, diskBytes, (hasGroups) =>
    policiesFor(sizes.shownOn, hasGroups),
  );
  const limits = limitsWith(host.cgroups !== null);
  const toolLeases = new Leases(identitiesOf(toolIds));
  const threads = new ThreadPool(slots + spareThreads);
  const takeAway = async () => {
    await toolLeases.allFree();
    await threads.close();
    await host.remove();
  };
  const wanted = forEachLanguage((language) => languageRows[language].ready(sizes));
  const toolchains = forEachLanguage((language) => {
    const row = languageRows[language];
    const limits = row.toolLimits?.(sizes.tools) ?? sizes.tools;
    const tools = toolsOf(host, toolLeases, wanted[language] > 0, limits);
    return () => row.createCompiler(tools);
  });
  const compile = await startTools(threads, toolchains).catch(async (error: unknown) => {
    await takeAway();
    throw error;
  });
  const waiting = Object.values(wanted).reduce((sum, count) => sum + count, 0);
  const leases = new Leases(identitiesOf({ first: 0, count: slots * leasesPerSlot + waiting }));
  const runtimes = forEachLanguage((language) =>
    languageRows[language].runtime(host, limits[language]),
  );
  const parts = { host, leases, runtimes };
  const ready = forEachLanguage((language) => {
    const demands = runDemandsSchema.parse({ language });
    const maker = {
      hold: () => holdSandbox(parts, demands),
      free: (held: HeldSandbox) => freeSandbox(parts, held),
    };
    return new ReadySandboxes(maker, wanted[language], troubled);
  });
  for (const each of Object.values(ready)) each.refill();
  const mend = createMender(host, Object.values(ready), troubled);
  const stopMending = fromTimeToTime(mend, troubled);
  return {
    ...parts,
    limits,
    ready,
    threads,
    aioMaxNr,
    compile,
    mend,
    async close() {
      stopMending();
      await Promise.all(Object.values(ready).map((each) => each.close()));
      compile.close();
      await leases.allFree();
      await takeAway();
    },
  };
}

/** Starts all that a host may be too poor to start. */
async function startTools(
  threads: ThreadPool,
  toolchains: Parameters<typeof createCompileStage>[0],
): Promise<CompileStage> {
  await threads.warm();
  return createCompileStage(toolchains, programCache);
}

/** @param areReady whether to start the tools that stay at once, before the first question */
function toolsOf(host: Host, leases: Leases, areReady: boolean, limits: ToolLimits): Tools {
  const sandboxes = {
    rootDirectory: host.toolRoot,
    filterFile: host.toolFilter,
    zygoteFilter: host.zygoteFilter,
    kept: { rootDirectory: host.nodeRoot, checkerDirectory: host.checkerRoot, areReady },
    leases,
    cgroups: host.cgroups,
  };
  return createTools(sandboxes, limits);
}

/** Returns a function that stops it. */
function fromTimeToTime(
  action: () => Promise<void>,
  troubled: (error: unknown) => void,
): () => void {
  const timer = setInterval(() => void action().catch(troubled), mendEveryMs).unref();
  return () => clearInterval(timer);
}
