import { expect, it } from 'vitest';
import { collectRun, slots } from './collect-run.ts';
import { useSandboxes } from './harness.ts';

const { engine, runC } = useSandboxes();

const main = 'int main(void) { return 0; }\n';
const doubling = Array.from({ length: 40 }, (_, n) => `#define M${n + 1} M${n} M${n}`).join('\n');

/** What would be read, and what the compiler says of it. */
const bombs: Record<string, { source: string; says: RegExp }> = {
  'a file that includes itself': {
    source: `#include __FILE__\n${main}`,
    says: /nested|depth|No such file|time|memory/i,
  },
  'macros that double forty times': {
    source: `#define M0 1+\n${doubling}\nint x = M40 1;\n${main}`,
    says: /memory|time/i,
  },
  'an initialised array of a gigabyte': {
    source: `char huge[1 << 30] = { 1 };\n${main}`,
    says: /larger|wrote more|memory|time/i,
  },
  'an assembler that fills four gigabytes': {
    source: `__asm__(".fill 0x100000000, 1, 1");\n${main}`,
    says: /memory|wrote more|time|larger/i,
  },
  'a device without end': {
    source: `__asm__(".incbin \\"/dev/zero\\"");\n${main}`,
    says: /./,
  },
  'a header without end': { source: `#include "/dev/zero"\n${main}`, says: /./ },
  'types nested without measure': {
    source: `${'struct s { '.repeat(8000)}\n${main}`,
    says: /./,
  },
};

const hostFiles: Record<string, string> = {
  'a header of the host': '#include "/etc/passwd"',
  'a binary of the host': '__asm__(".incbin \\"/etc/passwd\\"");',
  'the environment of the server': '#include "/proc/1/environ"',
  'its own environment': '#include "/proc/self/environ"',
  'a home': '#include "/root/.bashrc"',
};

const noProgram = { kind: 'not-compiled' };

it.concurrent.for(Object.entries(bombs))(
  'ends as not compiled, and says why: %s',
  async ([, { source, says }]) => {
    const startMs = performance.now();
    const run = await collectRun(engine(), source);
    expect(run).toMatchObject({ outcome: noProgram, fault: null });
    expect(run.errors.join('\n')).toMatch(says);
    // The wall-time limit of a compiler, once for each round of slots, and some.
    const rounds = Math.ceil(Object.keys(bombs).length / slots);
    expect(performance.now() - startMs).toBeLessThan(rounds * 12_000);
  },
);

it.for(Object.entries(hostFiles))('finds no file of the host: %s', async ([, line]) => {
  const run = await collectRun(engine(), `${line}\n${main}`);
  expect(run).toMatchObject({ outcome: noProgram, fault: null });
  expect(run.errors.length).toBeGreaterThan(0);
  expect(JSON.stringify(run.events)).not.toMatch(/root:x:0:0|PATH=/);
});

it('compiles the next snippet as if nothing had happened', async () => {
  const run = await runC('int main(void) { puts("well"); }');
  expect(run.stdout).toBe('well\n');
});
