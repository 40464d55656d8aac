import { createCompileStage, type CompileStage } from '../compile/compiler.ts';
import type { Environment, Limits, RunRequest } from '../protocol/index.ts';
import { conduct } from './conduct.ts';
import type { Engine, EngineObserver } from './engine.ts';
import { hostFacts, readAioMaxNr } from './environment.ts';
import { FairQueue, type Admission } from './fair-queue.ts';
import type { RunSite } from './held-sandbox.ts';
import { identityOf, prepareHost, type Host } from './host.ts';
import { LanePool } from './lane-pool.ts';
import { runLimits } from './limits.ts';
import { ThreadPool } from './thread-pool.ts';
import { checkHost } from './preflight.ts';
import { prepareRun } from './prepare-run.ts';
import { ReadySandboxes } from './ready-sandboxes.ts';
import { createTools } from './tool-runner.ts';

/** Lanes per slot: a dying process waits up to 50 ms, in which a slot serves several others. */
const lanesPerSlot = 8;
/** Ready sandboxes per slot: one to take, one being made. */
const readyPerSlot = 2;
const programCache = { maxBytes: 64 * 1024 * 1024, maxAgeMs: 60 * 60 * 1000 };
/** Tools take turns with ids of their own, above those of the lanes. */
const toolIdentities = { first: 1000, count: 64 };

/** What the engine takes of the server's configuration; config.ts documents each. */
export interface EngineConfig {
  runsAtOnce: number;
  runsWaiting: number;
  runsPerClient: number;
  workDir: string;
}

/** The preflight's own run is nobody's business but the preflight's. */
const unheard: EngineObserver = {
  stageDone: () => undefined,
  runDone: () => undefined,
  troubled: () => undefined,
};

/** What can run snippets, or why nothing can. */
type Machinery =
  | { kind: 'ready'; host: Host; compile: CompileStage; sandboxes: ReadySandboxes; site: RunSite }
  | { kind: 'missing'; reason: string };

/** Makes the runner. Never rejects: what the host lacks is told by `preflight`. */
export async function createEngine(
  config: EngineConfig,
  observer: EngineObserver,
): Promise<Engine> {
  const lanes = new LanePool(config.runsAtOnce * lanesPerSlot, identityOf);
  const limits = runLimits(config.runsAtOnce, readAioMaxNr());
  const facts = hostFacts();
  const machinery = await assemble(config, lanes, limits);
  const queue = new FairQueue({
    slots: config.runsAtOnce,
    waiting: config.runsWaiting,
    perClient: config.runsPerClient,
  });
  const closing = new AbortController();

  const environment = (scratch: 'tmpfs' | 'disk'): Environment => ({
    ...facts,
    aioMaxNr: readAioMaxNr(),
    scratch: scratch === 'disk' ? 'ext4' : 'tmpfs',
  });

  const runWith = (
    heard: EngineObserver,
    request: RunRequest,
    admission: Admission,
    signal: AbortSignal,
  ) =>
    conduct({
      request,
      admission,
      signal: AbortSignal.any([signal, closing.signal]),
      limits,
      environment: environment(request.conditions?.scratch ?? 'tmpfs'),
      observer: heard,
      compile: (compilation) => ready(machinery).compile.compile(compilation),
      prepare: () => {
        const { site, sandboxes } = ready(machinery);
        return prepareRun(site, sandboxes, request, (error) => observer.troubled(error));
      },
    });

  const run: Engine['run'] = (...run) => runWith(observer, ...run);

  return {
    limits,
    environment,
    unavailable: (request) => unavailable(request, machinery),
    admit: (client) => queue.admit(client),
    run,
    preflight: () => checkHost(machinery, (...probe) => runWith(unheard, ...probe)),
    occupancy: () => {
      const { running, waiting } = queue.occupancy();
      const ready = machinery.kind === 'ready' ? machinery.sandboxes.size : 0;
      return { running, waiting, tearingDown: Math.max(0, lanes.busy - ready - running) };
    },
    async close(graceMs) {
      const timer = setTimeout(() => closing.abort(), graceMs);
      await queue.close();
      clearTimeout(timer);
      if (machinery.kind !== 'ready') return;
      await machinery.sandboxes.close();
      machinery.compile.close();
      await lanes.allFree();
      await machinery.site.threads.close();
      await machinery.host.remove();
    },
  };
}

async function assemble(config: EngineConfig, lanes: LanePool, limits: Limits): Promise<Machinery> {
  try {
    const host = await prepareHost(config.workDir, limits.diskBytes / 2);
    let tool = 0;
    const tools = createTools({
      rootDirectory: host.toolRoot,
      filterFile: host.toolFilter,
      nextIdentity: () => identityOf(toolIdentities.first + (tool++ % toolIdentities.count)),
    });
    const compile = await createCompileStage(tools, programCache);
    const site = { host, lanes, limits, threads: new ThreadPool(config.runsAtOnce) };
    await site.threads.warm();
    const sandboxes = new ReadySandboxes(site, config.runsAtOnce * readyPerSlot);
    sandboxes.refill();
    return { kind: 'ready', host, compile, sandboxes, site };
  } catch (error) {
    return { kind: 'missing', reason: error instanceof Error ? error.message : String(error) };
  }
}

function ready(machinery: Machinery): Extract<Machinery, { kind: 'ready' }> {
  if (machinery.kind === 'ready') return machinery;
  throw new Error(machinery.reason);
}

function unavailable(request: RunRequest, machinery: Machinery): string | null {
  if (request.conditions?.scratch !== 'disk') return null;
  if (machinery.kind === 'ready' && machinery.host.disks) return null;
  const why = machinery.kind === 'ready' ? machinery.host.diskDetail : machinery.reason;
  return `This server cannot make ext4 scratch disks: ${why}`;
}
