import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { chown, mkdir, readdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import type { Outcome } from '../../playground-server/protocol/index.ts';
import { temporaryFolder } from '../tmp/temporary-folder.ts';
import { MiB } from './collect-run.ts';
import { sandboxedProcesses } from './host.ts';

/** nobody: may make no control groups, as in most containers. */
const uid = 65534;
const asNobody = [`--reuid=${uid}`, `--regid=${uid}`, '--clear-groups', '--bounding-set=-all'];
const script = new URL('run-in-little-memory.ts', import.meta.url).pathname;

interface Report {
  after: Outcome | null;
}

/** Where this process may make a group of its own with a limit on memory; cgroups(7). */
function memoryGroup(): { folder: string; limit: string; events: string } | null {
  const own = readFileSync('/proc/self/cgroup', 'utf8').split('\n');
  const path = own.find((line) => line.includes(':memory:'))?.split(':')[2];
  if (path !== undefined)
    return {
      folder: join('/sys/fs/cgroup/memory', path),
      limit: 'memory.limit_in_bytes',
      events: 'memory.oom_control',
    };
  const folder = join('/sys/fs/cgroup', own.find((line) => line.startsWith('0::'))?.slice(3) ?? '');
  const passedOn = join(folder, 'cgroup.subtree_control');
  const isThere = existsSync(passedOn) && readFileSync(passedOn, 'utf8').includes('memory');
  return isThere ? { folder, limit: 'memory.max', events: 'memory.events' } : null;
}

it('kills the program that takes all memory of the container, not the server', async ({ skip }) => {
  const parent = memoryGroup();
  if (parent === null || process.geteuid?.() !== 0) return skip('no container can be imitated');
  const group = join(parent.folder, `little-memory-${process.pid}`);
  await mkdir(group);
  try {
    const workDir = temporaryFolder('work-dir');
    await chown(workDir, uid, uid);
    writeFileSync(join(group, parent.limit), String(500 * MiB));
    const enter = `echo $$ >${join(group, 'cgroup.procs')} && exec setpriv "$@"`;
    const command = [...asNobody, process.execPath, script, workDir];
    const { stdout } = await promisify(execFile)('sh', ['-c', enter, 'sh', ...command], {
      timeout: 100_000,
      env: { PATH: process.env['PATH'] },
    });
    const report = JSON.parse(stdout) as Report;
    const [, kills] =
      /^oom_kill (\d+)/m.exec(readFileSync(join(group, parent.events), 'utf8')) ?? [];
    expect(Number(kills)).toBeGreaterThan(0);
    expect(report.after).toEqual({ kind: 'exited', status: 7 });
    expect(sandboxedProcesses(workDir)).toEqual([]);
    expect(await readdir(workDir)).toEqual([]);
  } finally {
    await rmdir(group);
  }
});
