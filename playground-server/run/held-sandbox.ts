import { readPipe } from '../linux/pipe.ts';
import type { Limits } from '../protocol/index.ts';
import type { RunCgroup } from '../sandbox/cgroup.ts';
import type { ScratchDisk } from '../sandbox/disk.ts';
import { launch, SandboxFailed, type Sandbox } from '../sandbox/launch.ts';
import { planProgram } from '../sandbox/plan-program.ts';
import type { Host } from './host.ts';
import type { Lane, LanePool } from './lane-pool.ts';
import type { ThreadPool } from './thread-pool.ts';

const MiB = 1024 * 1024;

/** bubblewrap makes a sandbox within milliseconds; a host that takes longer than this is broken. */
const launchTimeoutMs = 10_000;

/** Memory of bubblewrap's two processes and of the tmpfs that the disk limit already bounds. */
const cgroupOverheadBytes = 48 * MiB;

/** Where sandboxes for programs are made. */
export interface RunSite {
  host: Host;
  lanes: LanePool;
  threads: ThreadPool;
  limits: Limits;
}

/** A sandbox that stands before its program's first instruction, with all that it occupies. */
export interface HeldSandbox {
  sandbox: Sandbox;
  /** the sandbox's pid 1, as the server sees it */
  pid: number;
  lane: Lane;
  cgroup: RunCgroup | null;
  disk: ScratchDisk | null;
}

let made = 0;

/** Makes a sandbox and waits until it is held. Throws SandboxFailed with bubblewrap's own words. */
export async function holdSandbox(site: RunSite, scratch: 'tmpfs' | 'disk'): Promise<HeldSandbox> {
  const name = `run-${++made}`;
  const lane = await site.lanes.acquire();
  const had: Partial<HeldSandbox> & { lane: Lane } = { lane };
  try {
    had.disk = scratch === 'disk' ? await makeDisk(site.host, name) : null;
    had.cgroup = site.host.cgroups?.create(name, cgroupLimits(site.limits)) ?? null;
    had.sandbox = launch(planOf(site, lane, had.disk));
    const pid = await heldPid(had.sandbox);
    await had.cgroup?.add(pid);
    return { sandbox: had.sandbox, pid, lane, cgroup: had.cgroup, disk: had.disk };
  } catch (error) {
    await freeSandbox(site, had);
    throw error;
  }
}

/** Ends what is left inside and gives everything back. Resolves when nothing of it exists any more. */
export async function freeSandbox(
  { lanes }: RunSite,
  held: Partial<HeldSandbox> & { lane: Lane },
): Promise<void> {
  held.sandbox?.kill();
  await held.sandbox?.gone;
  held.sandbox?.close();
  const removals = await Promise.allSettled([held.cgroup?.remove(), held.disk?.remove()]);
  // Nobody uses its ids any more, even where something of it could not be removed.
  lanes.release(held.lane);
  for (const removal of removals) if (removal.status === 'rejected') throw removal.reason;
}

/** Never tmpfs instead: other rules hold there, and the reader asked for these. */
async function makeDisk({ disks, diskDetail }: Host, name: string): Promise<ScratchDisk> {
  if (!disks) throw new SandboxFailed(`no scratch disk can be made: ${diskDetail}`);
  return disks.make(name);
}

async function heldPid(sandbox: Sandbox): Promise<number> {
  const timer = setTimeout(() => sandbox.kill(), launchTimeoutMs);
  try {
    return await sandbox.held;
  } catch (error) {
    sandbox.kill();
    await sandbox.exited;
    const said = Buffer.from(readPipe(sandbox.stderrFd) ?? [])
      .toString('utf8')
      .trim();
    throw said ? new SandboxFailed(said) : error;
  } finally {
    clearTimeout(timer);
  }
}

function cgroupLimits(limits: Limits) {
  return {
    memoryBytes: limits.memoryBytes + cgroupOverheadBytes,
    // The tracer names this limit first; bubblewrap's two processes count as well.
    processes: limits.processes + 4,
  };
}

function planOf({ host, limits }: RunSite, lane: Lane, disk: ScratchDisk | null) {
  return planProgram({
    identity: lane.identity,
    rootDirectory: host.programRoot,
    filterFile: host.programFilter,
    scratch: disk ? { kind: 'disk', source: disk.source } : { kind: 'tmpfs' },
    limits,
  });
}
