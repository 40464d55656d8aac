import { copyFile, open, rm, stat, writeFile } from 'node:fs/promises';
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
import { readRecord, troubleText } from './agent-record.ts';
import { recordKinds } from './record-kinds.ts';
import { NoRecord, RecordReader } from './record-reader.ts';
import { RecordStream } from './record-stream.ts';
import { Words } from './words.ts';

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
  /** file behind its other one, its disk, if it has one */
  disk: string | null;
  /** Sends all further records here. */
  listen(listener: MachineListener): void;
}

export interface MachineListener {
  record(kind: number, content: RecordReader): void;
  /** The serial line carries what no agent sends. */
  broken(error: unknown): void;
}

type Made = Partial<Pick<Machine, 'sandbox' | 'cgroup'>> & Pick<Machine, 'lease' | 'job' | 'disk'>;

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
  const { host, leases, folder, initrd, filterFile, emptyDisk } = parts;
  const lease = await leases.acquire();
  const job = join(folder, `job-${++machines}`);
  const disk = emptyDisk && join(folder, `disk-${machines}`);
  const made: Made = { lease, job, disk };
  try {
    await makeFile(job, mostJobBytes, 0o644);
    // The machine writes to it as a user of its own.
    if (disk) await makeFile(disk, (await stat(emptyDisk)).size, 0o666);
    made.cgroup = host.cgroups?.create(groupLimits) ?? null;
    const { identity } = lease;
    made.sandbox = launch(planMachine({ identity, rootDirectory, filterFile, initrd, job, disk }));
    const { sandbox: booting } = made;
    signal?.addEventListener('abort', () => booting.kill(), { once: true });
    if (signal?.aborted) booting.kill();
    const pid = await made.sandbox.held;
    await made.cgroup?.add(pid);
    const line = followLine(made.sandbox, timeoutMs);
    made.sandbox.release();
    await line.ready;
    const { sandbox, cgroup } = made;
    return { sandbox, lease, cgroup, job, disk, listen: line.listen };
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
    made.disk && rm(made.disk, { force: true }),
  ]);
  leases.release(made.lease);
  for (const removal of removals) if (removal.status === 'rejected') throw removal.reason;
}

const groupLimits = {
  memoryBytes: machineLimits.memoryMiB * 1024 * 1024 + machineLimits.overheadBytes,
  processes: machineLimits.processes,
};

/** A block device has its size from the boot on. */
async function makeFile(path: string, bytes: number, mode: number): Promise<void> {
  const file = await open(path, 'w');
  await file.chmod(mode);
  await file.truncate(bytes);
  await file.close();
}

/** Reads the serial line from the boot on. */
function followLine(sandbox: Sandbox, timeoutMs: number) {
  const ready = Promise.withResolvers<void>();
  let listener: MachineListener = {
    record(kind, content) {
      const told = readRecord(kind, content, []);
      if (told?.kind === 'trouble') ready.reject(new DoesNotBoot(troubleText(told)));
      if (kind !== recordKinds.hello) return;
      const version = content.number();
      if (version === protocolVersion) ready.resolve();
      else ready.reject(new NoRecord(`the agent speaks version ${version}`));
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

/**
 * Puts a job on its block device, and tells its agent.
 * @param disk what to put on the other one; null if the job has no use for it
 */
export async function handOver(
  { job, disk: place, sandbox }: Machine,
  content: Uint8Array,
  disk: string | null,
): Promise<void> {
  if (disk !== null && place !== null) await copyFile(disk, place);
  await writeFile(job, content, { flag: 'r+' });
  sandbox.stdin?.write(new Words().long(content.length).bytes());
}
