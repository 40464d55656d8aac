import { expect, it } from 'vitest';
import { toolLimits } from '../../playground-server/run/limits.ts';
import { collectRun, slots } from './collect-run.ts';
import { useSandboxes } from './harness.ts';

const { engine, runC } = useSandboxes();

const main = 'int main(void) { return 0; }\n';
const doubling = Array.from({ length: 40 }, (_, n) => `#define M${n + 1} M${n} M${n}`).join('\n');

/** On a slow or busy machine, time may be up before a bomb reaches the limit that it aims at. */
const orTime = (aim: string) => new RegExp(`${aim}|CPU time limit|within its time limit`);

const bombs: Record<string, { source: string; says: RegExp }> = {
  'a file that includes itself': {
    source: `#include __FILE__\n${main}`,
    says: orTime('nested'),
  },
  'macros that double forty times': {
    source: `#define M0 1+\n${doubling}\nint x = M40 1;\n${main}`,
    says: orTime('ran out of the memory'),
  },
  'an initialised array of a gigabyte': {
    source: `char huge[1 << 30] = { 1 };\n${main}`,
    says: orTime('wrote more than it may keep'),
  },
  'a program larger than what is kept': {
    source: `char huge[40 << 20] = { 1 };\n${main}`,
    says: orTime('than the playground accepts'),
  },
  'an assembler that fills four gigabytes': {
    source: `__asm__(".fill 0x100000000, 1, 1");\n${main}`,
    says: orTime('wrote more than it may keep'),
  },
  'an assembler that repeats without measure': {
    source: `__asm__(".rept 100000000\\n nop\\n.endr");\n${main}`,
    says: orTime('ran out of the memory'),
  },
  'an assembler that calculates for ever': {
    source: `__asm__(".macro m a\\n.if \\\\a\\nm \\\\a-1\\nm \\\\a-1\\n.endif\\n.endm\\nm 60");\n${main}`,
    says: orTime('CPU time limit'),
  },
  'a device without end in the program': {
    source: `__asm__(".incbin \\"/dev/zero\\"");\n${main}`,
    says: orTime('unable to include|ran out of the memory|wrote more than it may keep'),
  },
  'a device without end as a header': {
    source: `#include "/dev/zero"\n${main}`,
    says: orTime('ran out of the memory|No such file'),
  },
  'more warnings than anybody reads': {
    source: `int main(void) { ${'1;'.repeat(30_000)} }`,
    says: orTime('than the playground accepts'),
  },
  'types nested without measure': {
    source: `${'struct s { '.repeat(5000)}\n${main}`,
    says: orTime('max-errors|nested|expected'),
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
    // Once waiting behind each round of slots, and the time that a cold second try takes.
    const rounds = Math.ceil(Object.keys(bombs).length / slots);
    expect(performance.now() - startMs).toBeLessThan(rounds * 2 * toolLimits.wallTimeMs);
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
