import { expect, it } from 'vitest';
import { MiB } from './collect-run.ts';
import { useSandboxes } from './harness.ts';

const { runC, engine, limits } = useSandboxes({ wallTimeMs: 60_000 });

/** Why this host has no control groups, so that only rlimits hold; empty if it has them. */
async function noControlGroups(): Promise<string> {
  const check = (await engine().preflight()).find(({ name }) => name === 'control groups');
  return check?.ok ? '' : (check?.detail ?? 'the preflight does not know control groups');
}

it('refuses a process more address space than the limit, and tells it so', async () => {
  const run = await runC(`
    int main(void) {
      size_t chunk = ${MiB}, mib = 0;
      while (malloc(chunk)) mib++;
      printf("errno: %s\\n", strerrorname_np(errno));
      printf("mib: %zu\\n", mib);
    }`);
  expect(run.answers['errno']).toBe('ENOMEM');
  const most = (limits().addressSpaceBytes ?? 0) / MiB;
  expect(Number(run.answers['mib'])).toBeLessThanOrEqual(most);
  expect(Number(run.answers['mib'])).toBeGreaterThan(0.75 * most);
  expect(run.outcome).toEqual({ kind: 'exited', status: 0 });
});

it('lets the largest permitted number of threads allocate memory', async ({ skip }) => {
  const why = await noControlGroups();
  if (why) skip(why);
  const run = await runC(`
    #include <pthread.h>
    static void *allocate(void *barrier) {
      char *own = malloc(1000);
      pthread_barrier_wait(barrier);
      return own;
    }
    int main(void) {
      enum { others = ${limits().processes - 1} };
      pthread_barrier_t barrier;
      pthread_t threads[others];
      pthread_barrier_init(&barrier, NULL, others);
      for (int i = 0; i < others; i++)
        if (pthread_create(&threads[i], NULL, allocate, &barrier)) return 1;
      int got = 0;
      for (int i = 0; i < others; i++) {
        void *own;
        pthread_join(threads[i], &own);
        got += own != NULL;
      }
      printf("got: %d\\n", got);
    }`);
  expect(run.answers).toEqual({ got: String(limits().processes - 1) });
});

/** Processes of 100 MiB each, all alive at the same time. */
const large = (processes: number) => `
    int main(void) {
      int done[2], filled[2];
      if (pipe(done) || pipe(filled)) return 2;
      for (int i = 0; i < ${processes}; i++) {
        if (fork()) continue;
        size_t size = 100 * ${MiB};
        char *block = malloc(size);
        if (block) memset(block, 1, size);
        char byte = 1;
        close(done[1]);
        if (write(filled[1], &byte, 1) != 1) _exit(3);
        close(filled[1]);
        _exit((int)read(done[0], &byte, 1));
      }
      close(filled[1]);
      char byte;
      for (int i = 0; i < ${processes}; i++) if (read(filled[0], &byte, 1) != 1) return 4;
      close(done[1]);
      int status;
      while (wait(&status) > 0)
        if (WIFSIGNALED(status)) return 1;
      puts("survived");
    }`;

it('ends many processes that together use more than the limit', async ({ skip }) => {
  const why = await noControlGroups();
  if (why) skip(why);
  const run = await runC(large(4));
  expect(run.outcome).toEqual({ kind: 'limit-exceeded', limit: 'memory' });
});

it('takes nothing from a run for another that used up its own', async ({ skip }) => {
  const why = await noControlGroups();
  if (why) skip(why);
  for (let round = 0; round < 4; round++) {
    expect((await runC(large(4))).outcome).toMatchObject({ limit: 'memory' });
    expect(await runC(large(2))).toMatchObject({
      outcome: { kind: 'exited', status: 0 },
      stdout: 'survived\n',
    });
  }
});

it('counts files and shared memory in scratch as memory', async ({ skip }) => {
  const why = await noControlGroups();
  if (why) skip(why);
  const run = await runC(
    `
    int main(void) {
      for (int i = 0; i < 20; i++) {
        int fd = memfd_create("more", 0);
        if (ftruncate(fd, 16 * ${MiB}) == -1) perror("ftruncate");
        static char chunk[${MiB}];
        memset(chunk, 1, sizeof chunk);
        for (int j = 0; j < 16; j++) if (write(fd, chunk, sizeof chunk) < 0) perror("write");
      }
      for (int i = 0; i < 10; i++) {
        int id = shmget(IPC_PRIVATE, 32 * ${MiB}, 0600);
        char *block = shmat(id, NULL, 0);
        if (block != (void *)-1) { memset(block, 1, 32 * ${MiB}); shmdt(block); }
      }
      puts("survived");
    }`.replace('int main', '#include <sys/ipc.h>\n#include <sys/shm.h>\nint main'),
  );
  expect(run.outcome).toEqual({ kind: 'limit-exceeded', limit: 'memory' });
});

it('refuses to lock, queue and stack more than the limits', async () => {
  const run = await runC(`
    #include <mqueue.h>
    static int deep(int left) { volatile char page[4096]; page[0] = 1; return left ? deep(left - 1) + page[0] : 0; }
    int main(int argc, char **argv) {
      void *block = mmap(NULL, 2 * ${MiB}, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
      TRY("mlock", mlock(block, 2 * ${MiB}));
      struct mq_attr large = { .mq_maxmsg = 10, .mq_msgsize = 8192 };
      int queues = 0;
      for (; queues < 100; queues++) {
        char name[16];
        snprintf(name, sizeof name, "/q%d", queues);
        if (mq_open(name, O_CREAT | O_RDWR, 0600, &large) == -1) break;
      }
      printf("queues: %d %s\\n", queues, strerrorname_np(errno));
      sigset_t set;
      sigfillset(&set);
      sigprocmask(SIG_BLOCK, &set, NULL);
      int signals = 0;
      while (signals < 10000 && sigqueue(getpid(), SIGRTMIN, (union sigval){0}) == 0) signals++;
      printf("signals: %s %s\\n", signals <= 256 ? "few" : "many", strerrorname_np(errno));
      fflush(stdout);
      sigemptyset(&set);
      return deep(10000);
    }`);
  expect(run.answers).toEqual({
    mlock: expect.stringMatching(/^(ENOMEM|EPERM)$/),
    queues: expect.stringMatching(/^[1-9] (EMFILE|ENOSPC)$/),
    signals: 'few EAGAIN',
  });
  expect(run.outcome).toEqual({ kind: 'signalled', signal: 'SIGSEGV' });
});
