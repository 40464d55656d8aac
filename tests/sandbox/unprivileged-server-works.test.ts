import { execFile, execFileSync } from 'node:child_process';
import { chown, readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, type TestContext } from 'vitest';
import { parse } from 'yaml';
import type { PreflightCheck } from '../../playground-server/run/engine.ts';
import type { Seen } from './collect-run.ts';
import { mountTmpfs, unmount } from '../tmp/mount-tmpfs.ts';
import { temporaryFolder } from '../tmp/temporary-folder.ts';
import { sandboxedProcesses } from './host.ts';

/** nobody: a user that owns nothing. */
const uid = 65534;
const script = new URL('run-unprivileged.ts', import.meta.url).pathname;
const asNobody = [`--reuid=${uid}`, `--regid=${uid}`, '--clear-groups', '--bounding-set=-all'];

interface Report {
  uid: number;
  preflight: PreflightCheck[];
  noDisk: string | null;
  run: Seen;
  bomb: Seen;
  own: Seen | null;
}

let workDir = '';
let report: Report | null = null;
let whyNot = '';

/** Another user must be able to read this checkout, and only root can become another user. */
function obstacle(): string {
  if (process.geteuid?.() !== 0) return 'the tests run unprivileged: all the other files show this';
  try {
    execFileSync('setpriv', [...asNobody, process.execPath, '--check', script], { stdio: 'pipe' });
    return '';
  } catch (error) {
    return `another user cannot run this checkout: ${String(error).split('\n')[0]}`;
  }
}

/** What a container of deploy/compose.yaml mounts for its server to work in. */
async function containersTmpfs(): Promise<string> {
  const { services } = parse(await readFile('deploy/compose.yaml', 'utf8'), { merge: true }) as {
    services: Record<string, { tmpfs: [string] }>;
  };
  return services['runner-1']!.tmpfs[0].split(':')[1]!;
}

beforeAll(async () => {
  whyNot = obstacle();
  if (whyNot) return;
  workDir = temporaryFolder('work-dir');
  // Whatever sandboxes share must fit into it.
  whyNot = mountTmpfs(workDir, await containersTmpfs()) ?? '';
  if (whyNot) return;
  await chown(workDir, uid, uid);
  const { stdout } = await promisify(execFile)(
    'setpriv',
    [...asNobody, process.execPath, script, workDir],
    { timeout: 110_000, env: { PATH: process.env['PATH'] } },
  );
  report = JSON.parse(stdout) as Report;
});

afterAll(() => {
  if (!whyNot) unmount(workDir);
});

function told({ skip }: TestContext): Report {
  if (!report) return skip(whyNot);
  return report;
}

/** The user nobody cannot make control groups: what only they could count is refused. */
const withoutGroups = { memfd: 'EPERM', shm: 'EPERM', socket: 'EPERM', pair: '0' };

/** No controller reserves processor time for the server: there is only the nice value. */
const withoutController = { 'killed first': '1000', nice: '10' };

it('runs snippets behind the same walls when the server is nobody', (context) => {
  const { run } = told(context);
  expect(run.fault).toBeNull();
  expect(run.outcome).toEqual({ kind: 'exited', status: 0 });
  expect(run.answers).toEqual({
    io_setup: '0',
    io_uring_setup: 'EPERM',
    shadow: 'ENOENT',
    supervisor: 'ENOENT',
    setuid: 'EINVAL',
    'more memory': 'ENOMEM',
    ...withoutGroups,
    ...withoutController,
  });
  expect(run.calls).toMatchObject([
    { name: 'io_setup', verdict: 'kernel' },
    { name: 'io_uring_setup', verdict: 'refused' },
    { name: 'memfd_create', verdict: 'unbounded' },
    { name: 'shmget', verdict: 'unbounded' },
    { name: 'socket', verdict: 'unbounded' },
  ]);
});

it('ends a fork bomb without a control group', (context) => {
  expect(told(context).bomb.outcome).toEqual({ kind: 'limit-exceeded', limit: 'processes' });
});

it('boots kernels of their own, on which a program is root all the same', (context) => {
  const { own } = told(context);
  if (own === null) context.skip('no kernel has been fetched into .kernels');
  expect(own?.outcome).toEqual({ kind: 'exited', status: 0 });
  expect(own?.answers).toEqual({ io_setup: '0', uid: '0' });
  expect(own?.calls).toMatchObject([{ name: 'io_setup', verdict: 'kernel' }]);
});

it('says why it has no disk to offer', (context) => {
  expect(told(context).noDisk).toMatch(/ext4 scratch disks: .+/);
});

it('has a preflight that passes, with what is missing named as optional', (context) => {
  const { preflight } = told(context);
  expect(preflight.filter(({ need, ok }) => need === 'required' && !ok)).toEqual([]);
  expect(preflight.filter(({ ok }) => !ok).map(({ name }) => name)).toContain('scratch disk');
});

it('leaves nothing behind', async (context) => {
  told(context);
  expect(sandboxedProcesses(workDir)).toEqual([]);
  expect(await readdir(workDir)).toEqual([]);
});
