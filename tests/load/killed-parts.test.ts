import { readFileSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { compilerKilled } from '../../playground-server/compile/read-build.ts';
import { cpuSeconds } from '../../playground-server/linux/proc.ts';
import type { UnstampedEvent } from '../../playground-server/protocol/index.ts';
import type { Seen } from '../sandbox/collect-run.ts';
import { useSandboxes } from '../sandbox/harness.ts';
import { programs, sandboxedProcesses, statusRow } from '../sandbox/host.ts';

const { runC, workDir } = useSandboxes();

/** Every tracing thread: Node tells of each thread that is started, and the engine starts no other. */
const tracers: Worker[] = [];
const note = (thread: Worker) => void tracers.push(thread);
process.on('worker', note);
afterAll(() => void process.off('worker', note));

/** A program that calls the kernel until it is ended. */
const calling = `int main(void) {
  for (;;) { syscall(SYS_io_destroy, 0L); usleep(10000); }
}`;
const quick = 'int main(void) { return 7; }';
/** A second of work for a compiler; the program's exit status is 9. */
const slowToCompile = `
  #define A(x) (x + x + x + x + x + x + x + x)
  int main(int argc, char **argv) {
    (void)argv;
    int sum = 0;
    ${'sum += A(A(A(A(A(argc))))) - A(A(A(A(A(argc)))));\n'.repeat(4)}
    return sum + 9;
  }`;

/** Runs a snippet, and does something once, after its first call. */
function withAccident(source: string, accident: () => void): Promise<Seen> {
  let happened = false;
  const onEvent = ({ kind }: UnstampedEvent) => {
    if (kind !== 'syscall-exit' || happened) return;
    happened = true;
    accident();
  };
  return runC(source, { onEvent });
}

const parent = (pid: number): number => Number(statusRow(pid, 'PPid')[0]);

/** False if it is gone already: by itself, or with the first process of its sandbox. */
function kill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

async function expectServes(): Promise<void> {
  expect(await runC(quick)).toMatchObject({ fault: null, outcome: { kind: 'exited', status: 7 } });
}

it.each([
  ["the sandbox's pid 1", (program: number) => kill(parent(program))],
  ['bubblewrap', (program: number) => kill(parent(parent(program)))],
])('tells a fault, not a signal of the program, when somebody kills %s', async (_, accident) => {
  const run = await withAccident(calling, () => accident(programs(workDir())[0]!));
  expect(run).toMatchObject({ outcome: null });
  expect(run.fault).toMatch(/^The machine killed the sandbox,.+ run it again/);
  expect(run.calls.length).toBeGreaterThan(0);
  await expectServes();
});

it("still attributes a program's own SIGKILL to the program", async () => {
  const run = await runC('int main(void) { kill(getpid(), SIGKILL); }');
  expect(run.outcome).toEqual({ kind: 'signalled', signal: 'SIGKILL' });
});

it('reports a fault when the tracer’s thread ends, and ends the program with it', async () => {
  const ends: Promise<number>[] = [];
  const run = await withAccident(calling, () => {
    for (const thread of tracers) ends.push(thread.terminate());
  });
  expect(run.fault).toBe(
    'The thread that followed the program ended before it. Run the snippet again.',
  );
  await expect.poll(() => programs(workDir())).toEqual([]);
  await Promise.all(ends);
  await expectServes();
});

/** The compilers that work; the others have read a preamble at most, and wait. */
const busyCompilers = () =>
  sandboxedProcesses(workDir())
    .filter(({ name, pid }) => name === 'cc1' && cpuSeconds(pid) > 0.2)
    .map(({ pid }) => pid);

/** Kills a compiler at work, as often as `times`, and says how many it found. */
async function killCompilers(times: number, done: AbortSignal): Promise<number> {
  let killed = 0;
  while (killed < times && !done.aborted) {
    for (const pid of busyCompilers().slice(0, 1)) {
      if (kill(pid)) killed += 1;
      while (cpuSeconds(pid) > 0 && !done.aborted) await setImmediate();
    }
    await setTimeout(5);
  }
  return killed;
}

it.each([
  [
    'once: the snippet is compiled again',
    1,
    { fault: null, outcome: { kind: 'exited', status: 9 } },
  ],
  ['again and again: a fault says so', 99, { fault: compilerKilled.message, outcome: null }],
])(
  'lets nobody mistake a compiler that was killed for a broken snippet; %s',
  async (_, times, seen) => {
    const done = new AbortController();
    const killing = killCompilers(times, done.signal);
    expect(await runC(`${slowToCompile}// not cached: ${times}`)).toMatchObject({
      ...seen,
      errors: [],
    });
    done.abort();
    expect(await killing).toBeGreaterThan(0);
    await expectServes();
  },
);

it.each(['cc1', 'as', 'ld.gold'])(
  'compiles again when a %s that was started ahead of need is killed',
  async (name) => {
    // Not cached, so that what it takes is made ready for the next.
    await runC(`${quick} // before ${name} is killed`);
    const waiting = () => sandboxedProcesses(workDir()).filter((each) => each.name === name);
    await expect.poll(() => waiting().length).toBeGreaterThan(0);
    for (const { pid } of waiting()) kill(pid);
    const run = await runC(`${quick} // not cached: without ${name}`);
    expect(run).toMatchObject({ fault: null, errors: [], outcome: { kind: 'exited', status: 7 } });
  },
);

it('shows the host no script in the arguments of what waits for snippets', async () => {
  await runC(`${quick} // not cached`);
  const waiting = () => sandboxedProcesses(workDir()).filter(({ name }) => name !== 'bwrap');
  const names = () => waiting().map(({ name }) => name);
  await expect.poll(names).toEqual(expect.arrayContaining(['cc1', 'as', 'ld.gold']));
  for (const { pid } of waiting())
    expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toMatch(/\n| {2}/);
});
