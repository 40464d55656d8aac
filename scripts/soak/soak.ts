import { Agent } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { KernelFacts } from '../../playground-server/protocol/index.ts';
import { aioNr } from '../../tests/sandbox/host.ts';
import type { Attack } from '../bench/attack.ts';
import { startServer, type ServerProcess } from '../server-process.ts';
import { attackBeside } from './attack-beside.ts';
import { connectionsTo } from './connections.ts';
import { Figures } from './figures.ts';
import { footprintOf, leftBy, metric, type Footprint, type Leftovers } from './footprint.ts';
import { killMachines } from './kill-machines.ts';
import { machineRunKindsTable } from './machine-run-kinds-table.ts';
import { runKindsTable } from './run-kinds-table.ts';
import { sendRuns } from './send-runs.ts';
import { watchHealth } from './watch-health.ts';

export interface SoakOptions {
  runs: number;
  atOnce: number;
  /** an empty directory that sandboxes can reach */
  workDir: string;
  /** what others do to the server meanwhile, with a directory for the links that they make */
  beside?: { attacks: readonly Attack[]; stateDir: string };
  /** own kernels on which the runs are, in turns; all of them have been fetched */
  kernels?: readonly string[];
  /** hears how far it is, after each quarter */
  progress?: (figures: Figures, footprint: Footprint) => void;
}

export interface SoakReport {
  figures: Figures;
  elapsedMs: number;
  /** of each answer of /healthz while runs were under way */
  healthMs: number[];
  /** runs that the server says it ended, of whatever outcome */
  counted: number;
  /** whether others sent some of them */
  isAttacked: boolean;
  /** at rest: before the runs, and after each quarter of them */
  footprints: Footprint[];
  aioNrBefore: number;
  /** after the server's end */
  left: Leftovers;
  exitStatus: number | null;
}

/** None of them is refused: more may wait than are sent at once. */
const variables = {
  RUNS_PER_CLIENT: '1000',
  RUNS_WAITING: '1000',
  RUNS_PER_MINUTE: '0',
  TRUST_PROXY: '1',
};
const quarters = 4;

/** Sends mixed runs to a real server of its own, and looks at what they leave behind. */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  const aioNrBefore = aioNr();
  const { workDir, beside } = options;
  // An attack on the type checker needs one that is ready, as it is for operators.
  const attacked = beside && { TYPESCRIPT_READY: '2', STATE_DIR: beside.stateDir };
  const machines = options.kernels && { KERNELS: options.kernels.join(','), MACHINES_READY: '1' };
  const server = await startServer({ ...variables, ...attacked, ...machines, WORK_DIR: workDir });
  const sent = await sendAll(server, options).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  const exitStatus = await server.stop();
  const left = await settledLeftovers(server.pid, workDir, aioNrBefore);
  return { ...sent, aioNrBefore, left, exitStatus, isAttacked: beside !== undefined };
}

async function sendAll(server: ServerProcess, options: SoakOptions) {
  const { runs, atOnce, workDir, beside, kernels = [], progress } = options;
  const kinds = kernels.length === 0 ? runKindsTable : machineRunKindsTable;
  const figures = new Figures();
  await allOffered(server.port, kernels);
  const atRest = () => footprintAtRest(server, workDir, kernels.at(-1));
  const footprints = [await atRest()];
  const startMs = performance.now();
  const healthMs: number[] = [];
  for (let quarter = 0; quarter < quarters; quarter++) {
    const first = Math.round((runs * quarter) / quarters);
    // A connection that rested as long as the server lets it is closed just when it is used again.
    const agent = new Agent({ keepAlive: true });
    const sender = { port: server.port, agent, atOnce, figures, kinds, kernels };
    const endWatch = watchHealth(server.port);
    const endAttacks = beside && attackBeside(beside.attacks, `http://127.0.0.1:${server.port}`);
    await sendRuns(sender, first, Math.round((runs * (quarter + 1)) / quarters));
    await endAttacks?.();
    await killMachines(sender, workDir);
    healthMs.push(...(await endWatch()));
    agent.destroy();
    const footprint = await atRest();
    footprints.push(footprint);
    progress?.(figures, footprint);
  }
  const elapsedMs = performance.now() - startMs;
  const counted = await metric(server.port, 'live_man_runs_total');
  return { figures, elapsedMs, healthMs, counted, footprints };
}

const pauseMs = 200;
/** A process with a live AIO context takes 50 ms to die; a busy machine takes longer for everything. */
const patience = 150;

/** Waits until all kernels have been tried. */
async function allOffered(port: number, kernels: readonly string[]): Promise<void> {
  for (let attempt = 0; attempt < patience; attempt++) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/kernels`);
    const told = ((await answer.json()) as { kernels: KernelFacts[] }).kernels;
    const states = kernels.map((id) => told.find((each) => each.id === id)?.state);
    if (states.every((state) => state === 'available')) return;
    if (states.includes('missing')) throw new Error(`of ${kernels.join()}: ${states.join()}`);
    await setTimeout(pauseMs);
  }
  throw new Error('not all kernels were offered in time');
}

/** Over which it is asked how it is meanwhile. */
const ownConnections = 2;

/**
 * Waits until no run is under way, what they and those who asked for them had is gone, and new
 * sandboxes stand ready again.
 */
async function footprintAtRest(
  server: ServerProcess,
  workDir: string,
  readyKernel: string | undefined,
): Promise<Footprint> {
  const isReady = async () =>
    readyKernel === undefined ||
    (await metric(server.port, 'live_man_sandboxes', `kernel="${readyKernel}"`)) > 0;
  let last = footprintOf(server, workDir);
  for (let attempt = 0; attempt < patience; attempt++) {
    await setTimeout(pauseMs);
    const next = footprintOf(server, workDir);
    const atWork = await metric(server.port, 'live_man_occupancy');
    const isLeft = connectionsTo(server.port) <= ownConnections;
    const isStill =
      atWork === 0 && isLeft && next.processes === last.processes && (await isReady());
    last = next;
    if (isStill) break;
  }
  return last;
}

/** Neighbours use AIO as well: theirs is waited for, for a while, to be told from ours. */
async function settledLeftovers(pid: number, workDir: string, aioNrBefore: number) {
  let left = leftBy(pid, workDir);
  for (let attempt = 0; attempt < patience && left.aioNr > aioNrBefore; attempt++) {
    await setTimeout(pauseMs);
    left = leftBy(pid, workDir);
  }
  return left;
}
