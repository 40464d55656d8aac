import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Outcome } from '../../playground-server/protocol/index.ts';
import { i386 } from '../../playground-server/decode/abi/i386.ts';
import { useSandboxes } from './harness.ts';
import { temporaryFolder } from '../tmp/temporary-folder.ts';

const { runC } = useSandboxes();

const int80 = `static void int80(long number) {
    long result = number;
    __asm__ volatile("int $0x80" : "+a"(result) : "b"(0), "c"(0), "d"(0) : "memory");
  }`;

/**
 * What the bare host makes of int $0x80. A kernel without the 32-bit ABI, and some hypervisors,
 * take it for a fault: there a program dies of that, and no filter is ever asked.
 */
function hasInt80(): boolean {
  const folder = temporaryFolder('int80');
  const program = join(folder, 'program');
  const input = `${int80} int main(void) { int80(20); return 0; }`;
  execFileSync('gcc', ['-x', 'c', '-o', program, '-'], { input });
  const { signal } = spawnSync(program);
  return signal === null;
}

const refused = hasInt80();
const endedBy = (name: string): Outcome =>
  refused ? { kind: 'refused', syscall: `i386 ${name}` } : { kind: 'signalled', signal: 'SIGSEGV' };

it('ends a program that calls through int $0x80, and names the call', async () => {
  const run = await runC(`${int80}
    int main(void) { puts("before"); fflush(stdout); int80(${i386.callNumbers.get('io_setup')}); puts("after"); }`);
  expect(run.stdout).toBe('before\n');
  expect(run.outcome).toEqual(endedBy('io_setup'));
});

it('ends a program that calls through the x32 ABI, and names the call', async () => {
  const run = await runC(`
    int main(void) {
      puts("before");
      fflush(stdout);
      syscall(0x40000000 | 543, 1, NULL); // io_setup of x32
      syscall(0x40000000 | SYS_io_uring_setup, 1, NULL);
      puts("after");
    }`);
  expect(run.stdout).toBe('before\n');
  expect(run.outcome).toEqual({ kind: 'refused', syscall: 'x32 io_setup' });
});

it('ends a child that does, while the program goes on', async () => {
  const run = await runC(`${int80}
    int main(void) {
      if (fork() == 0) { int80(20); _exit(0); }
      int status;
      wait(&status);
      printf("child: %d\\n", WTERMSIG(status));
    }`);
  expect(run.answers).toEqual({ child: refused ? '31' : '11' });
  expect(run.outcome).toEqual({ kind: 'exited', status: 0 });
});

it('ends a whole program when one of its threads does', async () => {
  const run = await runC(`${int80}
    #include <pthread.h>
    static void *thread(void *unused) { int80(20); return NULL; }
    int main(void) {
      pthread_t other;
      pthread_create(&other, NULL, thread, NULL);
      for (;;) pause();
    }`);
  expect(run.outcome).toEqual(endedBy('getpid'));
});
