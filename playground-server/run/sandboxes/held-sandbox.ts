import { readPipe } from '../../linux/pipe.ts';
import type { Language, Limits, RunDemands } from '../../protocol/index.ts';
import type { RunCgroup } from '../../sandbox/cgroup.ts';
import type { ScratchDisk } from '../../sandbox/disk.ts';
import { launch, type Sandbox } from '../../sandbox/launch.ts';
import { SandboxFailed } from '../../sandbox/sandbox-failed.ts';
import type { Given, Scratch } from '../../sandbox/plan-program.ts';
import type { Host } from '../host/host.ts';
import type { Lease, Leases } from './leases.ts';
import type { Attachment } from '../../tracer/attachment.ts';
import type { Runtime } from './runtime.ts';

const MiB = 1024 * 1024;

/** bubblewrap makes a sandbox within milliseconds; a host that takes longer than this is broken. */
const launchTimeoutMs = 10_000;

/** Memory of bubblewrap's two processes, and of the tmpfs that the disk limit already bounds. */
const cgroupOverheadBytes = 48 * MiB;

/** What sandboxes for programs are made of. */
export interface SandboxParts {
  host: Host;
  /** for programs; tools have their own */
  leases: Leases;
  runtimes: Record<Language, Runtime>;
}

/** A sandbox that is waiting for its program, with everything that it occupies. */
export interface HeldSandbox {
  sandbox: Sandbox;
  /** the sandbox's pid 1, as the server sees it */
  pid: number;
  /** what the tracer has to seize */
  attachment: Attachment;
  runtime: Runtime;
  lease: Lease;
  cgroup: RunCgroup | null;
  disk: ScratchDisk | null;
}

const nothingGiven: Given = { arguments: [], stdin: null };

/**
 * Makes a sandbox and waits until it is ready for its program. Throws SandboxFailed with the
 * message of whatever failed.
 */
export async function holdSandbox(
  parts: SandboxParts,
  { language, scratch, tape }: RunDemands,
  given: Given = nothingGiven,
): Promise<HeldSandbox> {
  const runtime = parts.runtimes[language];
  const lease = await parts.leases.acquire();
  const had: Partial<HeldSandbox> & { lease: Lease } = { lease };
  try {
    had.disk = scratch === 'tmpfs' ? null : await makeDisk(parts.host, sectorBytes[scratch]);
    had.cgroup = parts.host.cgroups?.create(cgroupLimits(runtime.limits)) ?? null;
    had.sandbox = launch(runtime.plan(lease.identity, scratchOf(had.disk), tape, given));
    const pid = await heldPid(had.sandbox);
    await had.cgroup?.add(pid);
    const { sandbox, cgroup, disk } = had;
    const attachment = await runtime.makeReady(sandbox, pid);
    return { sandbox, pid, attachment, runtime, lease, cgroup, disk };
  } catch (error) {
    await freeSandbox(parts, had);
    throw error;
  }
}

/**
 * Ends whatever is left inside and gives everything back. Resolves when nothing of it exists any
 * more.
 */
export async function freeSandbox(
  { leases }: Pick<SandboxParts, 'leases'>,
  held: Partial<HeldSandbox> & { lease: Lease },
): Promise<void> {
  held.sandbox?.kill();
  await held.sandbox?.gone;
  held.sandbox?.close();
  const removals = await Promise.allSettled([held.cgroup?.giveBack(), held.disk?.remove()]);
  // Its ids are no longer in use, even if something of it could not be removed.
  leases.release(held.lease);
  for (const removal of removals) if (removal.status === 'rejected') throw removal.reason;
}

/** Lets other sandboxes have the processor before this one, for good. */
export function giveWay({ sandbox, cgroup }: Pick<HeldSandbox, 'sandbox' | 'cgroup'>): void {
  sandbox.giveWay();
  cgroup?.giveWay();
}

const sectorBytes = { disk: 512, 'disk-4k': 4096 } as const;

/** Does not fall back to tmpfs, which has other rules than the ones that the reader asked for. */
async function makeDisk({ disks, diskDetail }: Host, sectors: number): Promise<ScratchDisk> {
  if (!disks) throw new SandboxFailed(`no scratch disk can be made: ${diskDetail}`);
  return disks.make(sectors);
}

async function heldPid(sandbox: Sandbox): Promise<number> {
  let isLate = true;
  // A busy server may hear of both at once: what has come in by then is heard first.
  const timer = setTimeout(() => setImmediate(() => isLate && sandbox.kill()), launchTimeoutMs);
  try {
    return await sandbox.held.finally(() => (isLate = false));
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
    // The tracer reports this limit first; bubblewrap's two processes count as well.
    processes: limits.processes + 4,
  };
}

const scratchOf = (disk: ScratchDisk | null): Scratch =>
  disk ? { kind: 'disk', source: disk.source } : { kind: 'tmpfs' };
