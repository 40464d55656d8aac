import { open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunCgroup } from '../../sandbox/cgroup.ts';
import { launch, type Sandbox } from '../../sandbox/launch.ts';
import { machineLimits, planMachine } from '../../sandbox/plan-machine.ts';
import { SandboxFailed } from '../../sandbox/sandbox-failed.ts';
import type { Lease } from '../sandboxes/leases.ts';
import { watchPipe } from '../tools/watch-pipe.ts';
import { DoesNotBoot, hasPanicked } from './does-not-boot.ts';
import { mostJobBytes, protocolVersion } from './job.ts';
import type { MachineParts } from './machine-parts.ts';
import { recordKinds } from './record-kinds.ts';
import { RecordReader } from './record-reader.ts';
import { RecordStream } from './record-stream.ts';
import { Words } from './words.ts';

/** The block device has this size from the boot on. */
const jobBytes = mostJobBytes;

/** What its kernel prints is of use only if it does not start. */
const consoleLength = 2000;

/** Its kernel hangs, or the host is very busy. */
export class BootTimedOut extends SandboxFailed {}

/** A kernel that has been booted for one program, and waits for it. */
export interface Machine {
  sandbox: Sandbox;
  lease: Lease;
  cgroup: RunCgroup | null;
  /** file behind its block device */
  job: string;
  /** Sends all further records here. */
  listen(listener: MachineListener): void;
}

export interface MachineListener {
  record(kind: number, content: RecordReader): void;
  /** The serial line carries what no agent sends. */
  broken(error: unknown): void;
}

type Made = Partial<Pick<Machine, 'sandbox' | 'cgroup'>> & Pick<Machine, 'lease' | 'job'>;

let machines = 0;

/**
 * Boots a machine, and waits until its agent asks for a job. Throws SandboxFailed, of which
 * BootTimedOut and DoesNotBoot are kinds.
 */
export async function bootMachine(
  parts: MachineParts,
  rootDirectory: string,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<Machine> {
  const { host, leases, folder, initrd, filterFile } = parts;
  const lease = await leases.acquire();
  const made: Made = { lease, job: join(folder, `job-${++machines}`) };
  try {
    await makeJobFile(made.job);
    made.cgroup = host.cgroups?.create(groupLimits) ?? null;
    const { identity } = lease;
    made.sandbox = launch(
      planMachine({ identity, rootDirectory, filterFile, initrd, job: made.job, disk: null }),
    );
    const { sandbox: booting } = made;
    signal?.addEventListener('abort', () => booting.kill(), { once: true });
    if (signal?.aborted) booting.kill();
    const pid = await made.sandbox.held;
    await made.cgroup?.add(pid);
    const line = followLine(made.sandbox, timeoutMs);
    made.sandbox.release();
    await line.ready;
    const { sandbox, cgroup, job } = made;
    return { sandbox, lease, cgroup, job, listen: line.listen };
  } catch (error) {
    await freeMachine(parts, made);
    throw error;
  }
}

/** Ends a machine. Resolves when nothing of it is left. */
export async function freeMachine({ leases }: Pick<MachineParts, 'leases'>, made: Made) {
  made.sandbox?.kill();
  await made.sandbox?.gone;
  made.sandbox?.close();
  const removals = await Promise.allSettled([
    made.cgroup?.giveBack(),
    rm(made.job, { force: true }),
  ]);
  leases.release(made.lease);
  for (const removal of removals) if (removal.status === 'rejected') throw removal.reason;
}

const groupLimits = {
  memoryBytes: machineLimits.memoryMiB * 1024 * 1024 + machineLimits.overheadBytes,
  processes: machineLimits.processes,
};

async function makeJobFile(path: string): Promise<void> {
  const file = await open(path, 'w', 0o644);
  await file.truncate(jobBytes);
  await file.close();
}

/** Reads the serial line from the boot on. */
function followLine(sandbox: Sandbox, timeoutMs: number) {
  const ready = Promise.withResolvers<void>();
  let listener: MachineListener = {
    record(kind, content) {
      if (kind !== recordKinds.hello) return;
      const version = content.number();
      if (version === protocolVersion) ready.resolve();
      else ready.reject(new SandboxFailed(`the agent speaks version ${version}`));
    },
    broken: (error) => ready.reject(error),
  };
  const stream = new RecordStream();
  let isBroken = false;
  const line = watchPipe(sandbox.stdoutFd, (bytes) => {
    if (isBroken) return;
    try {
      stream.push(bytes, (kind, content) => listener.record(kind, new RecordReader(content)));
    } catch (error) {
      isBroken = true;
      listener.broken(error);
    }
  });
  let said = '';
  const console = watchPipe(sandbox.stderrFd, (bytes) => {
    said = (said + Buffer.from(bytes).toString('latin1')).slice(-consoleLength);
    if (hasPanicked(said)) ready.reject(new DoesNotBoot(said));
  });
  const late = setTimeout(() => {
    ready.reject(new BootTimedOut(`the kernel did not start in time: ${said}`));
  }, timeoutMs);
  ready.promise.catch(() => undefined).finally(() => clearTimeout(late));
  void sandbox.gone.then(() => {
    ready.reject(new DoesNotBoot(said));
    line.destroy();
    console.destroy();
  });
  return { ready: ready.promise, listen: (next: MachineListener) => void (listener = next) };
}

/** Puts a job on its block device, and tells its agent. Throws if it is too long for it. */
export async function handOver({ job, sandbox }: Machine, content: Uint8Array): Promise<void> {
  await writeFile(job, content, { flag: 'r+' });
  sandbox.stdin?.write(new Words().long(content.length).bytes());
}
