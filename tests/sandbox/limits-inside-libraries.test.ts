import { expect, it } from 'vitest';
import { useSandboxes } from './harness.ts';

const { runC } = useSandboxes();

/** Makes threads until one cannot be made. The prelude precedes it. */
const threads = (before = '') => `
#include <pthread.h>
static void *sleeps(void *unused) { pause(); return unused; }
int main(void) {
  pthread_t thread;
  int made = 0, problem;
  ${before}
  while ((problem = pthread_create(&thread, NULL, sleeps, NULL)) == 0) made++;
  TRY("made", made);
  TRY("problem", problem == EAGAIN);
}`;

it('tells at the line of pthread_create that the address space is used up', async () => {
  const run = await runC(threads(), { conditions: { addressSpaceMiB: 64 }, tape: 'all' });
  expect(run.answers['problem']).toBe('1');
  const refused = run.calls.filter(({ verdict }) => verdict === 'address-space');
  expect(refused).toMatchObject([{ name: 'mmap', errno: { name: 'ENOMEM' } }]);
  const made = run.calls.filter(({ name }) => name === 'clone');
  expect(made).toHaveLength(Number(run.answers['made']));
  expect(new Set([...made, ...refused].map(({ line }) => line)).size).toBe(1);
});

it('tells of the call inside pthread_create that a limit of the program’s own refused', async () => {
  const own = `setrlimit(RLIMIT_NPROC, &(struct rlimit){ 1, 1 });`;
  const run = await runC(threads(own), { tape: 'all' });
  expect(run.answers).toEqual({ made: '0', problem: '1' });
  expect(run.calls.find(({ name }) => name === 'clone')).toMatchObject({
    errno: { name: 'EAGAIN' },
    verdict: 'kernel',
  });
});

it('blames no limit for what has other reasons', async () => {
  const source = `#include <sys/mman.h>
  int main(void) {
    TRY("nowhere", mremap(NULL, 4096, 8192, 0) == MAP_FAILED);
    TRY("too long", mmap(NULL, 1UL << 46, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED);
  }`;
  const run = await runC(source, { tape: 'all' });
  expect(run.answers).toEqual({ nowhere: '1', 'too long': '1' });
  expect(run.calls.filter(({ verdict }) => verdict === 'address-space')).toEqual([]);
});
