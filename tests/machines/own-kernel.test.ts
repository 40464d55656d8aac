import { expect, it } from 'vitest';
import {
  ruledAnswers,
  ruledConditions,
  ruledFilesAnswers,
  ruledFilesConditions,
  ruledFilesProgram,
  ruledFilesVerdicts,
  ruledProgram,
  ruledVerdicts,
} from '../sandbox/ruled-program.ts';
import type { Engine } from '../../playground-server/run/engine.ts';
import { collectRun, prelude } from '../sandbox/collect-run.ts';
import { useMachines } from './use-machines.ts';

const { engine, local, runC } = useMachines();

it('runs a program on the kernel that the environment names, with its output and its status', async () => {
  const run = await runC(`#include <sys/utsname.h>
    int main(void) {
      struct utsname name;
      uname(&name);
      puts(name.release);
      fputs("aside", stderr);
      return 3;
    }`);
  expect(run).toMatchObject({ outcome: { kind: 'exited', status: 3 }, stderr: 'aside' });
  const accepted = run.events.find(({ kind }) => kind === 'accepted');
  expect(accepted).toMatchObject({ environment: { kernel: run.stdout.trim() } });
  expect(engine().kernelFacts()).toMatchObject([{ id: '6.1', release: run.stdout.trim() }]);
});

it('lets a program lower fs.aio-max-nr and use it up: the kernel answers EAGAIN', async () => {
  const run = await runC(`int main(void) {
    int settings = open("/proc/sys/fs/aio-max-nr", O_WRONLY);
    TRY("lower", pwrite(settings, "16", 2, 0));
    aio_context_t context = 0;
    TRY("io_setup", syscall(SYS_io_setup, 64, &context));
    TRY("raise", pwrite(settings, "65536", 5, 0));
    TRY("again", syscall(SYS_io_setup, 64, &context));
  }`);
  expect(run.answers).toEqual({ lower: '2', io_setup: 'EAGAIN', raise: '5', again: '0' });
  expect(run.calls.filter(({ name }) => name === 'io_setup')).toMatchObject([
    { errno: { name: 'EAGAIN' }, verdict: 'kernel' },
    { errno: null, verdict: 'kernel' },
  ]);
});

it('answers by rule as the host does', async () => {
  const run = await runC(ruledProgram, { conditions: ruledConditions });
  expect(run.answers).toEqual(ruledAnswers);
  const answered = run.calls.map(({ name, verdict, rules }) => [name, verdict, rules]);
  expect(answered).toEqual(ruledVerdicts);
  const given = run.calls.find(({ name }) => name === 'io_getevents');
  expect(JSON.stringify(given?.arguments)).toContain('EIO');
});

it('answers calls on files by rule as the host does', async () => {
  const run = await runC(ruledFilesProgram, { conditions: ruledFilesConditions, tape: 'files' });
  expect(run.answers).toEqual(ruledFilesAnswers);
  const ruled = run.calls.filter(({ verdict }) => verdict === 'condition');
  expect(ruled.map(({ name, rules }) => [name, rules])).toEqual(ruledFilesVerdicts);
});

it('goes on with waits that a signal ended which the program ignores, on whichever tape they are', async () => {
  const waits = `#include <sys/epoll.h>
    #include <sys/sem.h>
    int main(void) {
      struct timespec length = { 0, 100000000 };
      struct epoll_event event;
      sigset_t none;
      sigemptyset(&none);
      if (fork() == 0) {
        for (int sent = 0; sent < 12; sent++, usleep(30000)) kill(getppid(), SIGWINCH);
        return 0;
      }
      TRY("epoll_wait", epoll_wait(epoll_create1(0), &event, 1, 100));
      TRY("semtimedop", semtimedop(semget(IPC_PRIVATE, 1, 0600), &(struct sembuf){ 0, -1, 0 }, 1, &length));
      TRY("sigtimedwait", sigtimedwait(&none, NULL, &length));
    }`;
  for (const tape of ['aio', 'all'] as const) {
    const { answers, calls } = await runC(waits, { tape });
    expect(answers).toEqual({ epoll_wait: '0', semtimedop: 'EAGAIN', sigtimedwait: 'EAGAIN' });
    const told = calls.map(({ name }) => name).filter((name) => name === 'epoll_wait');
    expect(told).toEqual(tape === 'aio' ? [] : ['epoll_wait']);
  }
});

it('names what descriptors are open on, as the host does', async () => {
  const source = `${prelude}int main(void) {
    aio_context_t context = 0;
    int file = open("data", O_CREAT | O_RDWR, 0600), ends[2];
    pipe(ends);
    struct iocb write = { .aio_fildes = file, .aio_lio_opcode = IOCB_CMD_FSYNC }, *list[] = { &write };
    syscall(SYS_io_setup, 1, &context);
    syscall(SYS_io_submit, context, 1L, list);
    fsync(file);
    return close(ends[0]);
  }`;
  const pathsOn = async (on: Engine) => {
    const { events } = await collectRun(on, source, { tape: 'files' });
    const told = events.filter(({ kind }) => kind === 'syscall-exit');
    const paths = [...JSON.stringify(told).matchAll(/"path":"([^"]*)"/g)];
    return paths.map(([, path]) => path!.replace(/\d+/, 'n'));
  };
  const paths = await pathsOn(engine());
  expect(paths).toEqual(await pathsOn(local()));
  expect(paths).toEqual(['/work/data', '/work/data', 'pipe:[n]']);
});

it('tells that the address space was full, also at the line of pthread_create', async () => {
  const source = `#include <pthread.h>
    static void *sleeps(void *unused) { pause(); return unused; }
    int main(void) {
      pthread_t thread;
      int problem;
      while ((problem = pthread_create(&thread, NULL, sleeps, NULL)) == 0);
      TRY("problem", problem == EAGAIN);
      TRY("own", mmap(NULL, 1UL << 46, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED);
    }`;
  const run = await runC(source, { conditions: { addressSpaceMiB: 64 }, tape: 'all' });
  expect(run.answers).toEqual({ problem: '1', own: '1' });
  expect(run.calls.filter(({ verdict }) => verdict === 'address-space')).toMatchObject([
    { name: 'mmap', errno: { name: 'ENOMEM' } },
  ]);
});

it('keeps signals that a program ignores from ending its io_submit on a pipe', async () => {
  const run = await runC(`int main(void) {
    aio_context_t context = 0;
    int ends[2];
    char byte;
    struct io_event event;
    pipe(ends);
    struct iocb from = { .aio_fildes = ends[0], .aio_buf = (long)&byte, .aio_nbytes = 1,
                         .aio_lio_opcode = IOCB_CMD_PREAD }, *list[] = { &from };
    syscall(SYS_io_setup, 1, &context);
    if (fork() == 0) {
      for (int sent = 0; sent < 5; sent++, usleep(30000)) kill(getppid(), SIGWINCH);
      write(ends[1], "x", 1);
      return 0;
    }
    TRY("io_submit", syscall(SYS_io_submit, context, 1L, list));
    TRY("io_getevents", syscall(SYS_io_getevents, context, 1L, 1L, &event, NULL));
    TRY("res", event.res);
    sigset_t blocked;
    sigprocmask(SIG_BLOCK, NULL, &blocked);
    TRY("blocked", sigismember(&blocked, SIGWINCH));
  }`);
  expect(run.answers).toEqual({ io_submit: '1', io_getevents: '1', res: '1', blocked: '0' });
});

/** What only root may do, and what it says of itself. */
const privileges = `
  #include <linux/ioprio.h>
  #include <sys/resource.h>
  int main(void) {
    TRY("uid", getuid());
    TRY("gid", getgid());
    TRY("setting", open("/proc/sys/fs/aio-max-nr", O_WRONLY));
    TRY("file", open("mine", O_CREAT | O_RDWR, 0600));
    TRY("chown", chown("mine", 1000, 1000));
    TRY("limit", setrlimit(RLIMIT_NOFILE, &(struct rlimit){ 4096, 4096 }));
    TRY("priority", syscall(SYS_ioprio_set, 1, 0, IOPRIO_PRIO_VALUE(IOPRIO_CLASS_RT, 0)));
  }`;

it('runs a program as root unless told, who may do what concerns its own files and limits', async () => {
  const { answers } = await runC(privileges);
  expect(answers).toEqual({
    uid: '0',
    gid: '0',
    setting: '3',
    file: '4',
    chown: '0',
    limit: '0',
    priority: '0',
  });
});

it('runs it as nobody where that is asked for, who may not', async () => {
  const { answers } = await runC(privileges, { conditions: { user: 'nobody' } });
  expect(answers).toEqual({
    uid: '65534',
    gid: '65534',
    setting: 'EACCES',
    file: '3',
    chown: 'EPERM',
    limit: 'EPERM',
    priority: 'EPERM',
  });
});

it('says so when a program has used up the memory', async () => {
  const { outcome } = await runC(`int main(void) {
    for (;;) memset(malloc(1 << 20), 1, 1 << 20);
  }`);
  expect(outcome).toEqual({ kind: 'limit-exceeded', limit: 'memory' });
});

it('ends a program that does not end', async () => {
  const cancel = new AbortController();
  const { outcome } = await runC(
    'int main(void) { puts("on"); fflush(stdout); for (;;) pause(); }',
    {
      signal: cancel.signal,
      onEvent: ({ kind }) => kind === 'output' && cancel.abort(),
    },
  );
  expect(outcome).toEqual({ kind: 'cancelled' });
});

it('tells the file size of the run from one that the program has set itself', async () => {
  const program = (before: string) => `#include <sys/resource.h>
    int main(void) {
      int file = open("large", O_RDWR | O_CREAT, 0600);
      ${before}
      pwrite(file, "x", 1, 1L << 30);
    }`;
  const own = 'setrlimit(RLIMIT_FSIZE, &(struct rlimit){ 4096, 4096 });';
  const byRun = await runC(program(''));
  expect(byRun.outcome).toEqual({ kind: 'limit-exceeded', limit: 'file-size' });
  const byProgram = await runC(program(own));
  expect(byProgram.outcome).toEqual({ kind: 'signalled', signal: 'SIGXFSZ' });
});
