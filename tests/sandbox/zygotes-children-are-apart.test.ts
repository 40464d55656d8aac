import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compilerKilled } from '../../playground-server/compile/read-build.ts';
import { openMemoryFile } from '../../playground-server/linux/memory-file.ts';
import type { Zygote, ZygoteJob } from '../../playground-server/compile/tool.ts';
import { temporaryFolder } from '../tmp/temporary-folder.ts';
import { realTools } from '../unit/compile/real-tools.ts';

let sandboxes: Awaited<ReturnType<typeof realTools>>;
let job: ZygoteJob;
let zygote: Zygote;

beforeAll(async () => {
  sandboxes = await realTools();
  job = pretendedCompiler();
  zygote = start();
});
afterAll(async () => {
  zygote.discard();
  await sandboxes.close();
});

const source = (path: string) => join(import.meta.dirname, path);
const zygoteSource = source('../../playground-server/compile/zygote.c');
const loader = '/lib64/ld-linux-x86-64.so.2';

/** The zygote's library before a program that does what no compiler does. */
function pretendedCompiler(says = '', variables = ''): ZygoteJob {
  const folder = temporaryFolder('zygote');
  const [library, program] = [join(folder, 'zygote.so'), join(folder, 'stranger')];
  execFileSync('gcc', ['-shared', '-fPIC', '-o', library, zygoteSource]);
  execFileSync('gcc', ['-o', program, source('pretended-compiler.c')]);
  const file = (path: string, bytes: Uint8Array) => ({ path: `/work/${path}`, bytes });
  const environment = `LIVE_MAN_REST=.live-man-rest LD_PRELOAD=/work/zygote.so ${variables}`;
  return {
    stage: 'cc1',
    argv: ['/bin/sh', '-c', `${environment} exec ${loader} /work/stranger ${says}`],
    files: [
      file('zygote.so', readFileSync(library)),
      file('stranger', readFileSync(program)),
      file('snippet.c', new Uint8Array()),
    ],
  };
}

function start(tools = sandboxes.tools, own = job): Zygote {
  const started = tools.startZygote?.(own);
  if (!started) throw new Error('no zygote can be started');
  return started;
}

const nobody = new AbortController().signal;
const ask = (what: string, { of = zygote, signal = nobody, isHeavy = false } = {}) =>
  of.fork({ rest: Buffer.from(what) }, { signal, isHeavy });

async function said(what: string): Promise<string> {
  const outcome = await ask(what);
  if (outcome.kind !== 'exited') throw new Error(outcome.kind);
  return Buffer.from(outcome.stdout).toString();
}

interface Pretender {
  pid: number;
  niceness: number;
  startedAt: number;
}

/** Every process that pretends, zygotes included, the youngest last; proc_pid_stat(5). */
const pretenders = (): Pretender[] =>
  readdirSync('/proc')
    .flatMap((pid) => {
      try {
        if (!readFileSync(`/proc/${pid}/cmdline`, 'latin1').startsWith(`${loader}\0`)) return [];
        const words = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.split(' ') ?? [];
        return [{ pid: Number(pid), niceness: Number(words[16]), startedAt: Number(words[19]) }];
      } catch {
        // It has ended, or is no process.
        return [];
      }
    })
    .sort((a, b) => a.startedAt - b.startedAt);

test.each(['signals', 'memory', 'files', 'processes'])(
  'by no call does a child reach its zygote or its siblings: %s',
  async (what) => {
    const lines = (await said(what)).trim().split('\n');
    expect(lines.filter((line) => !line.endsWith(': EPERM'))).toEqual([]);
    expect(lines.length).toBeGreaterThan(2);
    expect(await said('state')).toBe('1 as it was\n');
  },
);

test('a child has its own three descriptors and what it reads, and no other', async () => {
  expect(await said('descriptors')).toBe('1: pipe\n2: pipe\n3: pipe\n');
});

test('nothing of a child is left for the next one', async () => {
  expect([await said('state'), await said('state')]).toEqual(['1 as it was\n', '1 as it was\n']);
});

test('a child that takes all memory meets its own limit', async () => {
  expect(await said('bomb')).toBe('no memory\n');
});

test.each([
  ['crashes', 'crash', 'cc1 139'],
  ['fails', 'status', 'cc1 3'],
])('a child that %s tells how, and the next one works', async (_, what, status) => {
  const outcome = await ask(what);
  expect(outcome).toMatchObject({ kind: 'exited', status: 1 });
  expect(Buffer.from('stderr' in outcome ? outcome.stderr : '').toString()).toContain(status);
  expect(await said('state')).toBe('1 as it was\n');
});

test('a child that hangs is killed when nobody wants it any more, and the zygote is not', async () => {
  const cancel = new AbortController();
  const before = pretenders().length;
  const hanging = ask('hang', { signal: cancel.signal, isHeavy: true });
  await expect.poll(() => pretenders().length).toBe(before + 1);
  // It is the client's own, and gives way to others.
  await expect.poll(() => pretenders().at(-1)?.niceness).toBe(19);
  cancel.abort();
  expect(await hanging).toEqual({ kind: 'cancelled' });
  // Else who cancels without end would have any number of them dying.
  expect(pretenders().length).toBe(before);
  expect(await said('state')).toBe('1 as it was\n');
});

test('a child that hangs ends at its limit of time, and its zygote with it', async () => {
  const impatient = start(sandboxes.impatient);
  expect(await ask('state', { of: impatient })).toMatchObject({ kind: 'exited', status: 0 });
  const before = pretenders().length;
  expect(await ask('hang', { of: impatient })).toEqual({
    kind: 'limit-exceeded',
    limit: 'wall-time',
  });
  expect(impatient.isSpent).toBe(true);
  await expect.poll(() => pretenders().length).toBe(before - 1);
});

test('what was said before there was a child is what each child says first, however much it is', async () => {
  const talkative = start(sandboxes.tools, pretendedCompiler('talks'));
  for (let child = 0; child < 2; child++) {
    const outcome = await ask('state', { of: talkative });
    if (outcome.kind !== 'exited') throw new Error(outcome.kind);
    const lines = Buffer.from(outcome.stderr).toString().trim().split('\n');
    expect([lines.length, lines[0], lines.at(-1)]).toEqual([10_000, 'talks: 1', 'talks: 10000']);
  }
  talkative.discard();
});

test('a child writes to the file that it was given, reads one, and leaves neither', async () => {
  const assembler = start(sandboxes.tools, pretendedCompiler('', 'LIVE_MAN_OUTPUT=output'));
  const [first, second] = [openMemoryFile(), openMemoryFile()];
  const content = ({ fd }: { fd: number }) => readFileSync(`/proc/self/fd/${fd}`, 'utf8');
  const fork = (rest: Uint8Array | typeof first, output: typeof first) =>
    assembler.fork({ rest, output }, { signal: nobody, isHeavy: false });
  // What it says beside its output is nobody's.
  const nothing = { kind: 'exited', status: 0, stdout: Buffer.alloc(0), stderr: Buffer.alloc(0) };
  expect(await fork(Buffer.from('state'), first)).toEqual(nothing);
  expect(content(first)).toBe('made of state');
  writeFileSync(first.fd, 'descriptors');
  expect(await fork(first, second)).toEqual(nothing);
  expect(content(second)).toBe('made of ');
  for (const file of [first, second]) file.close();
  assembler.discard();
});

test('children at the same time have each their own', async () => {
  const outcomes = await Promise.all(Array.from({ length: 12 }, () => said('state')));
  expect(new Set(outcomes)).toEqual(new Set(['1 as it was\n']));
});

test('a zygote that is gone says so, and has no more children', async () => {
  const brief = start();
  const hanging = ask('hang', { of: brief });
  brief.discard();
  // Not before the last of its children.
  expect(await Promise.race([hanging, ask('state', { of: brief })])).toMatchObject({
    kind: 'exited',
  });
  process.kill(pretenders().at(-1)?.pid ?? Number.NaN, 'SIGKILL');
  expect(await hanging).toBe(compilerKilled);
  await expect.poll(() => brief.isSpent).toBe(true);
  expect(await ask('state', { of: brief })).toBe(compilerKilled);
});

test('a zygote has so many children and no more', async () => {
  const prolific = start();
  for (let child = 0; child < 300 && !prolific.isSpent; child++)
    await ask('state', { of: prolific });
  expect(prolific.isSpent).toBe(true);
  prolific.discard();
});
