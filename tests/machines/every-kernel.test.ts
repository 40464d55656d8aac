import { expect, it } from 'vitest';
import { collectRun, prelude } from '../sandbox/collect-run.ts';
import { keptKernels } from '../../scripts/kept-kernels.ts';
import { usualKernel } from './tested-kernels.ts';
import { useMachines } from './use-machines.ts';

/** 6.1 is what every other test of machines runs on. */
const others = keptKernels.filter((id) => id !== usualKernel);

const machines = useMachines([usualKernel, ...others]);

it.for([usualKernel, ...others])('a program gets the same answers on %s', async (id) => {
  const run = await collectRun(
    machines.engine(id),
    `${prelude}
    #include <sys/utsname.h>
    int main(void) {
      struct utsname name;
      uname(&name);
      printf("release: %s\\n", name.release);
      FILE *setting = fopen("/proc/sys/fs/aio-max-nr", "w");
      fputs("16", setting);
      TRY("close", fclose(setting));
      aio_context_t context = 0;
      TRY("io_setup", syscall(SYS_io_setup, 64, &context));
    }`,
  );
  expect(run.outcome).toEqual({ kind: 'exited', status: 0 });
  expect(run.answers).toMatchObject({ close: '0', io_setup: 'EAGAIN' });
  expect(run.answers['release']).toMatch(new RegExp(`^${id.replace('.', '\\.')}\\.`));
  expect(run.calls).toMatchObject([
    { name: 'io_setup', errno: { name: 'EAGAIN' }, verdict: 'kernel' },
  ]);
  expect(run.events.find(({ kind }) => kind === 'syscall-entry')).toMatchObject({
    line: expect.any(Number),
  });
});

it.for(
  ['6.1', ...others].flatMap((id) =>
    ['disk' as const, 'disk-4k' as const].map((scratch) => ({ id, scratch })),
  ),
)(
  'anybody works on ext4 on $id where $scratch is asked for, aligned to its sectors',
  async ({ id, scratch }, { skip }) => {
    const engine = machines.engine(id);
    const conditions = { scratch, user: 'nobody' } as const;
    const lack = engine.unavailable({ language: 'c', source: '', conditions, kernel: id });
    if (lack !== null) skip(lack);
    const { answers } = await collectRun(
      engine,
      `${prelude}
    #include <stdlib.h>
    #include <sys/statfs.h>
    int main(void) {
      struct statfs found;
      statfs(".", &found);
      printf("type: %lx\\nMiB: %ld\\n", (long)found.f_type, (long)(found.f_bavail * found.f_bsize >> 20));
      int file = open("file", O_RDWR | O_CREAT | O_DIRECT, 0600);
      char *buffer = aligned_alloc(4096, 4096);
      TRY("4096", pwrite(file, buffer, 4096, 0));
      TRY("512", pread(file, buffer, 512, 0));
      TRY("100", pread(file, buffer, 100, 0));
    }`,
      { conditions },
    );
    const small = scratch === 'disk' ? '512' : 'EINVAL';
    // EXT4_SUPER_MAGIC of linux/magic.h
    expect(answers).toEqual({ type: 'ef53', MiB: '32', 4096: '4096', 512: small, 100: 'EINVAL' });
  },
);
