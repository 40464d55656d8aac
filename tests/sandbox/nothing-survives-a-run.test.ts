import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { scratches } from '../../playground-server/protocol/index.ts';
import type { Engine } from '../../playground-server/run/engine.ts';
import { aioNr, controlGroups, loopDevicesOf, mountsBelow, sandboxedProcesses } from './host.ts';
import { collectRun, prelude, startEngine } from './collect-run.ts';
import { temporaryFolder } from '../tmp/temporary-folder.ts';

/** Each leaves something behind, and most try to outlive their run. */
const hostile: Record<string, string> = {
  daemon: `int main(void) {
    if (fork() == 0) {
      setsid();
      if (fork()) _exit(0);
      for (int s = 1; s < 65; s++) signal(s, SIG_IGN);
      close(0); close(1); close(2);
      for (;;) pause();
    }
    wait(NULL);
  }`,
  stopped: `int main(void) { if (fork() == 0) raise(SIGSTOP); waitpid(-1, NULL, WUNTRACED); }`,
  'aio contexts': `int main(void) {
    aio_context_t contexts[8] = {0};
    for (int i = 0; i < 8; i++) syscall(SYS_io_setup, 100, &contexts[i]);
    if (fork() == 0) { aio_context_t own = 0; syscall(SYS_io_setup, 100, &own); pause(); }
    usleep(50000);
  }`,
  files: `int main(void) {
    for (int i = 0; i < 100; i++) {
      char name[32];
      snprintf(name, sizeof name, "/%s/%d", i % 2 ? "work" : "tmp", i);
      creat(name, 0600);
    }
  }`,
  ipc: `#include <mqueue.h>
    #include <sys/ipc.h>
    #include <sys/msg.h>
    #include <sys/sem.h>
    #include <sys/shm.h>
    int main(void) {
      TRY("shm", shmget(4242, 4096, IPC_CREAT | 0600) == -1);
      TRY("sem", semget(4242, 1, IPC_CREAT | 0600) == -1);
      TRY("msg", msgget(4242, IPC_CREAT | 0600) == -1);
      TRY("mq", mq_open("/survivor", O_CREAT | O_RDWR, 0600, NULL) == -1);
      TRY("posix", shm_open("/survivor", O_CREAT | O_RDWR, 0600) == -1);
    }`,
  crash: `int main(void) { aio_context_t ctx = 0; syscall(SYS_io_setup, 500, &ctx); abort(); }`,
  bomb: `int main(void) { for (;;) fork(); }`,
};

/** What a later run could find of an earlier one. */
const search = `
  #include <dirent.h>
  #include <mqueue.h>
  #include <sys/ipc.h>
  #include <sys/msg.h>
  #include <sys/sem.h>
  #include <sys/shm.h>
  static int entries(const char *path) {
    int count = -2;
    for (DIR *folder = opendir(path); readdir(folder);) count++;
    return count;
  }
  int main(void) {
    TRY("shm", shmget(4242, 4096, 0));
    TRY("sem", semget(4242, 1, 0));
    TRY("msg", msgget(4242, 0));
    TRY("mq", mq_open("/survivor", O_RDWR));
    TRY("posix", shm_open("/survivor", O_RDWR, 0));
    TRY("work", entries("/work"));
    TRY("tmp", entries("/tmp"));
  }`;

const nothing = {
  shm: 'ENOENT',
  sem: 'ENOENT',
  msg: 'ENOENT',
  mq: 'ENOENT',
  posix: 'ENOENT',
  work: '0',
  tmp: '0',
};

async function attack(engine: Engine): Promise<void> {
  for (const scratch of scratches) {
    const request = { language: 'c' as const, source: '', conditions: { scratch } };
    if (engine.unavailable(request)) continue;
    const runs = Object.values(hostile).map((source) =>
      collectRun(engine, prelude + source, { conditions: { scratch } }),
    );
    for (const { outcome, fault } of await Promise.all(runs)) {
      expect(fault).toBeNull();
      expect(outcome).not.toBeNull();
    }
  }
}

it('leaves nothing on the host, and nothing to the next run', async () => {
  const aioBefore = aioNr();
  const workDir = temporaryFolder('work-dir');
  const troubles: unknown[] = [];
  const engine = await startEngine(workDir, troubles);
  await attack(engine);
  expect((await collectRun(engine, prelude + search)).answers).toEqual(nothing);

  const cancel = new AbortController();
  const endless = collectRun(engine, prelude + 'int main(void) { for (;;) fork(), pause(); }', {
    signal: cancel.signal,
    onEvent: ({ kind }) => {
      if (kind === 'compiled') cancel.abort();
    },
  });
  expect((await endless).outcome).toEqual({ kind: 'cancelled' });

  await engine.close(0);
  expect(sandboxedProcesses(workDir)).toEqual([]);
  expect(mountsBelow(workDir)).toEqual([]);
  expect(loopDevicesOf(workDir)).toEqual([]);
  expect(controlGroups()).toEqual([]);
  expect(await readdir(workDir)).toEqual([]);
  expect(troubles).toEqual([]);
  // Others may use AIO on this host meanwhile; ours is gone.
  expect(aioNr()).toBeLessThanOrEqual(aioBefore);
});

it('closes while programs run, and leaves nothing of them either', async () => {
  const workDir = temporaryFolder('work-dir');
  const engine = await startEngine(workDir);
  const started = Promise.withResolvers<void>();
  const run = collectRun(
    engine,
    `${prelude}int main(void) {
      aio_context_t ctx = 0;
      syscall(SYS_io_setup, 100, &ctx);
      fork();
      for (;;) pause();
    }`,
    { onEvent: ({ kind }) => kind === 'syscall-exit' && started.resolve() },
  );
  await started.promise;
  const preflight = await engine.preflight();
  const grouped = preflight.some(({ name, ok }) => name === 'control groups' && ok);
  expect(controlGroups().length > 0).toBe(grouped);
  expect(sandboxedProcesses(workDir).length).toBeGreaterThan(3);
  await engine.close(0);
  expect((await run).outcome).toEqual({ kind: 'cancelled' });
  expect(sandboxedProcesses(workDir)).toEqual([]);
  expect(controlGroups()).toEqual([]);
  expect(await readdir(workDir)).toEqual([]);
});
