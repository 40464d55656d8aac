import { expect, it } from 'vitest';
import { MiB } from './collect-run.ts';
import { useSandboxes } from './harness.ts';

const { engine, runC } = useSandboxes();

it('makes the kernel itself run out of address space', async () => {
  const run = await runC(
    `int main(void) {
      TRY("mmap", mmap(NULL, 64 * ${MiB}, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
      aio_context_t ctx = 0;
      while (mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED);
      long result = syscall(SYS_io_setup, 1, &ctx);
      write(1, result == -1 ? "failed\\n" : "worked\\n", 7);
    }`,
    { conditions: { addressSpaceMiB: 16 } },
  );
  expect(run.answers).toEqual({ mmap: 'ENOMEM' });
  expect(run.calls).toMatchObject([
    { name: 'io_setup', verdict: 'kernel', errno: { name: 'ENOMEM' } },
  ]);
});

it.each([8, 257, 1024])(
  'gives exactly the address space that was requested: %i MiB',
  async (asked) => {
    const conditions = { addressSpaceMiB: asked };
    const refusal = engine().unavailable({ language: 'c', source: '', conditions });
    if (refusal) return expect(refusal).toMatch(/may not make control groups/);
    const run = await runC(
      `int main(void) {
      struct rlimit space;
      getrlimit(RLIMIT_AS, &space);
      TRY("soft", space.rlim_cur >> 20);
      TRY("hard", space.rlim_max >> 20);
    }`,
      { conditions },
    );
    expect(run.fault).toBeNull();
    expect(run.answers).toEqual({ soft: String(asked), hard: String(asked) });
  },
);

it('says that a condition answered the calls it answers itself, and leaves the others alone', async () => {
  const source = `int main(void) {
    aio_context_t ctx = 0;
    TRY("io_setup", syscall(SYS_io_setup, 1, &ctx));
    TRY("io_submit", syscall(SYS_io_submit, 0L, 0L, NULL));
    TRY("io_destroy", syscall(SYS_io_destroy, 0L));
  }`;
  const run = await runC(source, {
    conditions: { refuse: { io_setup: 'ENOSYS', io_submit: 'EPERM' } },
  });
  expect(run.answers).toEqual({ io_setup: 'ENOSYS', io_submit: 'EPERM', io_destroy: 'EINVAL' });
  expect(run.calls.map(({ verdict }) => verdict)).toEqual(['condition', 'condition', 'kernel']);
  const next = await runC(source);
  expect(next.answers['io_setup']).toBe('0');
});

it('gives a real file system with its alignment rules on request', async ({ skip }) => {
  const request = { language: 'c' as const, source: '', conditions: { scratch: 'disk' as const } };
  const why = engine().unavailable(request);
  if (why) skip(why);
  const source = `
    #define EXT4 0xEF53
    #include <sys/vfs.h>
    int main(void) {
      struct statfs info;
      statfs("/work", &info);
      TRY("ext4", info.f_type == EXT4);
      int fd = open("/work/file", O_CREAT | O_RDWR | O_DIRECT, 0600);
      char *block = aligned_alloc(4096, 8192);
      TRY("aligned", pwrite(fd, block, 4096, 0));
      aio_context_t ctx = 0;
      syscall(SYS_io_setup, 1, &ctx);
      struct iocb cb = { .aio_lio_opcode = IOCB_CMD_PREAD, .aio_fildes = fd,
                         .aio_buf = (unsigned long)block + 1, .aio_nbytes = 100 };
      struct iocb *list[] = { &cb };
      TRY("io_submit", syscall(SYS_io_submit, ctx, 1L, list));
      struct io_event event = {0};
      TRY("io_getevents", syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL));
      TRY("res", event.res);
    }`;
  const run = await runC(source, { conditions: { scratch: 'disk' } });
  expect(run.answers).toEqual({
    ext4: '1',
    aligned: '4096',
    io_submit: '1',
    io_getevents: '1',
    res: '-22',
  });
  const onMemory = await runC(source);
  expect(onMemory.answers).toMatchObject({ ext4: '0' });
});

it('gives each disk to one run only, empty', async ({ skip }) => {
  const conditions = { scratch: 'disk' as const };
  const why = engine().unavailable({ language: 'c', source: '', conditions });
  if (why) skip(why);
  const source = `int main(void) { TRY("mine", open("/work/mine", O_CREAT | O_EXCL, 0600) == -1); sleep(1); }`;
  const runs = await Promise.all([runC(source, { conditions }), runC(source, { conditions })]);
  expect(runs.map(({ answers }) => answers)).toEqual([{ mine: '0' }, { mine: '0' }]);
  expect((await runC(source, { conditions })).answers).toEqual({ mine: '0' });
});
