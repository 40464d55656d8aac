import { createCompileStage, type CompileStage } from '../compile/compile-stage.ts';
import type { Tools } from '../compile/tool.ts';
import type { Language, Limits } from '../protocol/index.ts';
import { freeSandbox, holdSandbox, type RunSite } from './sandboxes/held-sandbox.ts';
import { identitiesOf, prepareHost, type Host } from './host/host.ts';
import { policiesFor } from './host/policies.ts';
import type { ShownCalls } from '../sandbox/policy/show-calls.ts';
import { Leases } from './sandboxes/leases.ts';
import { nativeRuntime } from './sandboxes/native-runtime.ts';
import { nodeRuntime } from './sandboxes/node-runtime.ts';
import { ReadySandboxes } from './sandboxes/ready-sandboxes.ts';
import { createMender } from './host/mender.ts';
import { ThreadPool } from './tracing/thread-pool.ts';
import { createTools } from './tools/tool-runner.ts';

/**
 * Leases outnumber slots: a process with a live AIO context takes 30–50 ms to die, which is waiting
 * and no work, so it keeps its lease but gives its slot back, which serves several others meanwhile.
 */
const leasesPerSlot = 8;
/** Threads beside one a slot: a thread still buries what it has traced when the next run begins. */
const spareThreads = 1;
/** Ready sandboxes per slot: one to take, one being made. */
const readyPerSlot = 2;
const programCache = { maxBytes: 64 * 1024 * 1024, maxAgeMs: 60 * 60 * 1000 };
/** Host ids of tools, above those of programs: more than there can be of compilers, busy and held. */
const toolIds = { first: 5000, count: 2048 };

/** Cleaners of /tmp come once a day; a few thousand looks at the disk take some milliseconds. */
const mendEveryMs = 10 * 60_000;

/** Everything that runs snippets. */
export interface Machinery {
  site: RunSite;
  compile: CompileStage;
  sandboxes: Record<Language, ReadySandboxes>;
  /** Makes again what a cleaner took of the work directory; a server may run for weeks in /tmp. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

export interface MachinerySizes {
  slots: number;
  /** Node processes that wait, with everything loaded, for a TypeScript snippet: 45 MiB each */
  typescriptReady: number;
  /** calls that stand on the tape */
  shown: readonly ShownCalls[];
}

/** Builds the machinery on this host. Throws an error that names what the host lacks. */
export async function assemble(
  { slots, typescriptReady, shown }: MachinerySizes,
  workDir: string,
  limits: Record<Language, Limits>,
  troubled: (error: unknown) => void,
): Promise<Machinery> {
  // A scratch disk takes the place of /work's half of the disk limit.
  const host = await prepareHost(workDir, limits.c.diskBytes / 2, policiesFor(shown));
  const toolLeases = new Leases(identitiesOf(toolIds));
  const compile = await createCompileStage(toolsOf(host, toolLeases), programCache);
  const ready = { c: slots * readyPerSlot, typescript: typescriptReady };
  const leases = new Leases(
    identitiesOf({ first: 0, count: slots * leasesPerSlot + ready.typescript }),
  );
  const threads = new ThreadPool(slots + spareThreads);
  await threads.warm();
  const runtimes = {
    c: nativeRuntime(host, limits.c),
    typescript: nodeRuntime(host, limits.typescript),
  };
  const site = { host, leases, runtimes, threads };
  const readyFor = (language: Language) =>
    new ReadySandboxes(
      {
        hold: () => holdSandbox(site, { language, kernel: 'host', scratch: 'tmpfs' }),
        free: (held) => freeSandbox(site, held),
      },
      ready[language],
      troubled,
    );
  const sandboxes = {
    c: readyFor('c'),
    typescript: readyFor('typescript'),
  };
  for (const each of Object.values(sandboxes)) each.refill();
  if (typescriptReady > 0) startTypeChecker(compile);
  const mend = createMender(host, Object.values(sandboxes), troubled);
  const stopMending = fromTimeToTime(mend, troubled);
  return {
    site,
    compile,
    sandboxes,
    mend,
    async close() {
      stopMending();
      await Promise.all(Object.values(sandboxes).map((each) => each.close()));
      compile.close();
      await Promise.all([leases.allFree(), toolLeases.allFree()]);
      await threads.close();
      await host.remove();
    },
  };
}

function toolsOf(host: Host, leases: Leases): Tools {
  return createTools({
    rootDirectory: host.toolRoot,
    filterFile: host.toolFilter,
    kept: { rootDirectory: host.nodeRoot, checkerDirectory: host.checkerRoot },
    leases,
  });
}

/** It reads for seconds before its first answer: no reader should wait for that. */
function startTypeChecker({ compile }: CompileStage): void {
  const { signal } = new AbortController();
  void compile({ language: 'typescript', source: 'export {};', signal });
}

/** Returns what ends it. */
function fromTimeToTime(
  action: () => Promise<void>,
  troubled: (error: unknown) => void,
): () => void {
  const timer = setInterval(() => action().catch(troubled), mendEveryMs).unref();
  return () => clearInterval(timer);
}
