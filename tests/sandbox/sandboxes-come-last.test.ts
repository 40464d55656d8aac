import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { collectRun } from './collect-run.ts';
import { useSandboxes } from './harness.ts';
import { controlGroups, sandboxedProcesses } from './host.ts';

const { engine, workDir } = useSandboxes();

interface Standing {
  name: string;
  oomScoreAdj: string;
  /** of each thread */
  nice: number[];
}

/** The 19th field of a stat file; the second, a name in brackets, may contain blanks. proc_pid_stat(5) */
const niceOf = (stat: string): number =>
  Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]);

/** Of one process; none if it has just ended. */
function standing({ pid, name }: { pid: number; name: string }): Standing[] {
  try {
    const folder = join('/proc', String(pid));
    const threads = readdirSync(join(folder, 'task'));
    const oomScoreAdj = readFileSync(join(folder, 'oom_score_adj'), 'utf8').trim();
    const nice = threads.map((id) =>
      niceOf(readFileSync(join(folder, 'task', id, 'stat'), 'utf8')),
    );
    return [{ name, oomScoreAdj, nice }];
  } catch {
    return [];
  }
}

const standings = (): Standing[] => sandboxedProcesses(workDir()).flatMap(standing);

const snippets = {
  c: `#include <stdio.h>
    #include <unistd.h>
    int main(void) { puts("here"); pause(); }`,
  typescript: "console.log('here'); setTimeout(() => {}, 60_000);",
};

/** Looks while a snippet is stopped. The next compiler, or the type checker, is waiting then. */
async function whileStanding<T>(
  language: keyof typeof snippets,
  look: () => T | Promise<T>,
): Promise<T> {
  const stopping = new AbortController();
  const said = Promise.withResolvers<T>();
  const run = collectRun(engine(), snippets[language], {
    language,
    signal: stopping.signal,
    onEvent: ({ kind }) => {
      if (kind === 'output') said.resolve(look());
    },
  });
  await Promise.race([said.promise, run]);
  stopping.abort();
  expect(await run).toMatchObject({ outcome: { kind: 'cancelled' } });
  return said.promise;
}

const expected = { c: ['bwrap', 'program'], typescript: ['bwrap', 'node'] };

for (const language of ['c', 'typescript'] as const) {
  it(`lets all that bubblewrap starts be killed first, and wait for the processor: ${language}`, async () => {
    await whileStanding(language, () =>
      // The next compiler's process may have been forked only now, and not have stepped back yet.
      vi.waitFor(() => {
        const found = standings();
        expect(found.map(({ name }) => name)).toEqual(expect.arrayContaining(expected[language]));
        const better = found.filter(
          ({ oomScoreAdj, nice }) => oomScoreAdj !== '1000' || nice.some((value) => value < 10),
        );
        expect(better).toEqual([]);
      }, 5000),
    );
  });
}

it('leaves the server as it is', async () => {
  const own = await whileStanding('c', () => ({
    oomScoreAdj: readFileSync('/proc/self/oom_score_adj', 'utf8').trim(),
    nice: niceOf(readFileSync('/proc/self/stat', 'utf8')),
  }));
  expect(own.oomScoreAdj).not.toBe('1000');
  expect(own.nice).toBeLessThan(10);
});

const pidsIn = (group: string): number[] =>
  readFileSync(join(group, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean).map(Number);

const sharesProcessors = (group: string): boolean =>
  ['cpu.shares', 'cpu.weight'].some((file) => existsSync(join(group, file)));

it('gives all of them together no more of the processors than the server', async ({ skip }) => {
  const group = controlGroups().find(sharesProcessors);
  if (group === undefined) return skip('the server may not make control groups for the processors');
  const outside = await whileStanding('typescript', () => {
    const inside = readdirSync(group, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => pidsIn(join(group, name)));
    // bubblewrap's own process outside of the sandbox only waits.
    return sandboxedProcesses(workDir())
      .filter(({ pid }) => !inside.includes(pid))
      .filter(({ name }) => name !== 'bwrap');
  });
  expect(outside).toEqual([]);
});

const priority = `#include <stdio.h>
  #include <sys/resource.h>
  int main(void) { printf("%d", getpriority(PRIO_PROCESS, 0)); }`;

/** Takes the compiler seconds. */
const slow = `#define P4(x) ((x) + (x) + (x) + (x))
  #define P64(x) P4(P4(P4(x)))
  int main(void) { return P64(P64(P64(1))); }`;

it('puts who has held slots most of the time behind who has not', async () => {
  const run = (client: string, source: string) => collectRun(engine(), source, { client });
  await run('light', priority);
  await run('heavy', '#include <unistd.h>\nint main(void) { return sleep(3); }');
  expect(await run('heavy', priority)).toMatchObject({ stdout: '19' });
  expect(await run('light', priority)).toMatchObject({ stdout: '10' });
  const stopping = new AbortController();
  const compiling = collectRun(engine(), slow, { client: 'heavy', signal: stopping.signal });
  const compiler = { name: 'cc1', oomScoreAdj: '1000', nice: [19] };
  await vi.waitFor(() => expect(standings()).toContainEqual(compiler), 5000);
  stopping.abort();
  await compiling;
});
