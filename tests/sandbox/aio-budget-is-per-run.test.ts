import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readAttempts } from './attempt.ts';
import { collectRun } from './collect-run.ts';
import { aioNr } from './host.ts';
import { useSandboxes } from './harness.ts';

const { runC, engine, limits } = useSandboxes();

const aioMaxNr = Number(readFileSync('/proc/sys/fs/aio-max-nr', 'utf8'));
const setup = `
  static aio_context_t contexts[64];
  static long setup(int slot, unsigned events) { return syscall(SYS_io_setup, events, &contexts[slot]); }
`;
const share = () => limits().aioEvents;

it('leaves half of the host’s events to others, whatever runs at once', () => {
  expect(share() * 4).toBeLessThanOrEqual(aioMaxNr / 2);
});

it('answers beyond its share itself, and says so', async () => {
  const run = await runC(`${setup}
    int main(void) {
      TRY("share", setup(0, ${share()}));
      TRY("one more", setup(1, 1));
    }`);
  expect(run.answers).toEqual({ share: '0', 'one more': 'EAGAIN' });
  expect(run.calls).toMatchObject([
    { name: 'io_setup', verdict: 'kernel', returned: '0' },
    { name: 'io_setup', verdict: 'playground-limit', errno: { name: 'EAGAIN' } },
  ]);
});

it('lets the kernel answer what the kernel refuses by itself', async () => {
  const run = await runC(`${setup}
    int main(void) {
      TRY("above the limit of the host", setup(0, ${aioMaxNr + 1}));
      TRY("nothing", setup(0, 0));
      TRY("no pointer", syscall(SYS_io_setup, ${share() + 1}, NULL));
      contexts[1] = 1;
      TRY("in use", setup(1, ${share() + 1}));
    }`);
  expect(run.answers).toEqual({
    'above the limit of the host': 'EAGAIN',
    nothing: 'EINVAL',
    'no pointer': 'EFAULT',
    'in use': 'EINVAL',
  });
  expect(new Set(run.calls.map(({ verdict }) => verdict))).toEqual(new Set(['kernel']));
});

it('gives back what io_destroy, exit and exec free', async () => {
  const run = await runC(`${setup}
    int main(int argc, char **argv) {
      if (argc > 1) { TRY("after exec", setup(0, ${share()})); return 0; }
      TRY("first", setup(0, ${share()}));
      TRY("destroy", syscall(SYS_io_destroy, contexts[0]));
      contexts[0] = 0;
      if (fork() == 0) { TRY("child", setup(0, ${share()})); _exit(0); }
      wait(NULL);
      TRY("after the child", setup(1, ${share()}));
      execl("/program", "/program", "again", NULL);
    }`);
  expect(run.answers).toEqual({
    first: '0',
    destroy: '0',
    child: '0',
    'after the child': '0',
    'after exec': '0',
  });
});

it('counts what children and threads hold, too', async () => {
  const run = await runC(`${setup}
    #include <pthread.h>
    static void *thread(void *unused) { TRY("thread", setup(1, 1)); return NULL; }
    int main(void) {
      int ready[2];
      pipe(ready);
      if (fork() == 0) { TRY("child", setup(0, ${share()})); write(ready[1], "x", 1); pause(); }
      read(ready[0], &(char){0}, 1);
      TRY("parent", setup(0, 1));
      pthread_t other;
      pthread_create(&other, NULL, thread, NULL);
      pthread_join(other, NULL);
    }`);
  expect(run.answers).toEqual({ child: '0', parent: 'EAGAIN', thread: 'EAGAIN' });
  expect(run.calls.filter(({ verdict }) => verdict === 'playground-limit')).toHaveLength(2);
});

it('gives every tenant the same answers, while others hold all that they can get', async () => {
  const holding = Array.from({ length: 3 }, () => Promise.withResolvers<void>());
  const greedy = holding.map(({ resolve }, tenant) =>
    runC(
      `${setup}
      int main(void) {
        for (int i = 0; i < 64; i++) if (setup(i, ${share()})) break;
        syscall(SYS_io_destroy, 0L);
        sleep(2);
      }`,
      {
        client: `greedy ${tenant}`,
        onEvent: (event) => {
          if (event.kind === 'syscall-exit' && event.name === 'io_destroy') resolve();
        },
      },
    ),
  );
  await Promise.all(holding.map(({ promise }) => promise));
  const held = aioNr();
  const run = await runC(`${setup}
    int main(void) {
      TRY("half", setup(0, ${Math.floor(share() / 2)}));
      TRY("other half", setup(1, ${Math.floor(share() / 2)}));
      TRY("beyond", setup(2, ${share()}));
      TRY("above the limit of the host", setup(3, ${aioMaxNr + 1}));
    }`);
  expect(held).toBeGreaterThanOrEqual(3 * share());
  expect(run.answers).toEqual({
    half: '0',
    'other half': '0',
    beyond: 'EAGAIN',
    'above the limit of the host': 'EAGAIN',
  });
  expect(run.calls.map(({ verdict }) => verdict)).toEqual([
    'kernel',
    'kernel',
    'playground-limit',
    'kernel',
  ]);
  for (const { outcome } of await Promise.all(greedy)) {
    expect(outcome).toEqual({ kind: 'exited', status: 0 });
  }
});

it.for(readAttempts().filter(({ file }) => file.startsWith('aio/')))(
  'gives another tenant all of its share beside $file',
  async ({ source }) => {
    const over = new AbortController();
    const tenant = runC(
      `${setup}
      int main(void) {
        for (;; contexts[0] = 0) {
          setup(0, ${share()});
          syscall(SYS_io_destroy, contexts[0]);
        }
      }`,
      { client: 'tenant', signal: over.signal },
    );
    await collectRun(engine(), source, { client: 'attacker' });
    over.abort();
    const { calls } = await tenant;
    expect(new Set(calls.map(({ name, returned }) => `${name} = ${returned}`))).toEqual(
      new Set(['io_setup = 0', 'io_destroy = 0']),
    );
  },
);
