import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the host knows of sandboxes, read from outside. */

/** A file of /proc or /sys; empty when what it describes is gone. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** One row of /proc/<pid>/status, split at blanks; empty when the process is gone. proc(5). */
export function statusRow(pid: number, row: string): string[] {
  const rows = read(`/proc/${pid}/status`).split('\n');
  const line = rows.find((candidate) => candidate.startsWith(`${row}:`));
  return (
    line
      ?.slice(row.length + 1)
      .trim()
      .split(/\s+/) ?? []
  );
}

/**
 * Processes of one engine's sandboxes and their launchers: other servers may run on this host, so
 * they are known by the engine's directory, which is on the command line of bubblewrap and of pid 1;
 * without pid 1 nothing of a sandbox lives. What they started are their descendants.
 */
export function sandboxedProcesses(workDir: string): { pid: number; name: string }[] {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid);
  const parents = new Map(pids.map((pid) => [pid, Number(statusRow(pid, 'PPid')[0])]));
  const launchers = pids.filter((pid) => read(`/proc/${pid}/cmdline`).includes(workDir));
  const found = new Set(launchers);
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const [pid, parent] of parents) if (found.has(parent)) found.add(pid);
  }
  return [...found].map((pid) => ({ pid, name: statusRow(pid, 'Name')[0] ?? '' }));
}

/** The host's pids of the programs that run now. */
export function programs(workDir: string): number[] {
  return sandboxedProcesses(workDir)
    .filter(({ name }) => name === 'program')
    .map(({ pid }) => pid);
}

/** Mounts of the host at or below a directory. */
export const mountsBelow = (directory: string): string[] =>
  read('/proc/self/mountinfo')
    .split('\n')
    .filter((line) => line.includes(directory));

/** Loop devices whose backing file lies, or lay, below a directory. */
export function loopDevicesOf(directory: string): string[] {
  return readdirSync('/sys/block').filter((name) =>
    read(`/sys/block/${name}/loop/backing_file`).startsWith(directory),
  );
}

/** fs.aio-nr: what all live AIO contexts of the host asked for together. */
export const aioNr = (): number => Number(read('/proc/sys/fs/aio-nr'));

/** What attempts need of a host, and whether it is there. */
export function hasWhat(need: string): boolean {
  const isUnified = existsSync('/sys/fs/cgroup/cgroup.controllers');
  if (need === 'control groups of version 1' && isUnified) return false;
  return controlGroups().length > 0;
}

/** Folders of the control groups that engines of a process made; cgroup version 1 or 2. */
export function controlGroups(pid = process.pid): string[] {
  const ours = `live-man-${pid}-`;
  const own = read('/proc/self/cgroup').split('\n').filter(Boolean);
  const roots = ['', 'memory', 'pids', 'cpu'].map((tree) => join('/sys/fs/cgroup', tree));
  const parents = new Set(roots.flatMap((root) => own.map((line) => join(root, pathOf(line)))));
  return [...parents].filter(existsSync).flatMap((parent) =>
    readdirSync(parent)
      .filter((name) => name.startsWith(ours))
      .map((name) => join(parent, name)),
  );
}

/** The last field of a line of /proc/self/cgroup: "number:controllers:path"; cgroups(7). */
const pathOf = (line: string): string => line.split(':')[2] ?? '/';
