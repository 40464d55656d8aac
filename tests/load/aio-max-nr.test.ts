import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { useSandboxes } from '../sandbox/harness.ts';

const { engine, runC, workDir } = useSandboxes();

/** Takes all that fs.aio-max-nr leaves, says so, and holds it until its input ends. */
const hoarder = `
  #include <linux/aio_abi.h>
  #include <stdio.h>
  #include <sys/syscall.h>
  #include <unistd.h>
  int main(void) {
    for (unsigned events = 1 << 16; events > 0;) {
      aio_context_t ctx = 0;
      if (syscall(SYS_io_setup, events, &ctx)) events /= 2;
    }
    puts("all");
    fflush(stdout);
    getchar();
  }`;

it("attributes the kernel's EAGAIN to the kernel when others hold every event, and stays ready", async () => {
  const source =
    'int main(void) { aio_context_t ctx = 0; TRY("setup", syscall(SYS_io_setup, 1, &ctx)); }';
  // Compiled beforehand, so that neighbours go without events only for a moment.
  expect((await runC(source)).answers).toEqual({ setup: '0' });
  const program = join(workDir(), 'hoarder');
  writeFileSync(`${program}.c`, hoarder);
  execFileSync('gcc', [`${program}.c`, '-o', program]);
  const held = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(held.stdout, 'data');
  try {
    const [run, checks] = await Promise.all([runC(source), engine().preflight()]);
    expect(run.answers).toEqual({ setup: 'EAGAIN' });
    expect(run.calls).toMatchObject([{ verdict: 'kernel', errno: { name: 'EAGAIN' } }]);
    expect(checks.filter(({ need, ok }) => need === 'required' && !ok)).toEqual([]);
  } finally {
    held.stdin.end();
    await once(held, 'exit');
  }
  expect((await runC(source)).answers).toEqual({ setup: '0' });
});
