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

const onDisk = { scratch: 'disk', user: 'nobody' } as const;

it.for(['6.1', ...others])('anybody works on ext4 on %s where a disk is asked for', async (id) => {
  const { answers } = await collectRun(
    machines.engine(id),
    `${prelude}
    #include <stdlib.h>
    #include <sys/statfs.h>
    int main(void) {
      struct statfs found;
      statfs(".", &found);
      printf("type: %lx\\nMiB: %ld\\n", (long)found.f_type, (long)(found.f_bavail * found.f_bsize >> 20));
      int file = open("file", O_RDWR | O_CREAT | O_DIRECT, 0600);
      char *buffer = aligned_alloc(4096, 4096);
      TRY("aligned", pwrite(file, buffer, 4096, 0));
      TRY("misaligned", pread(file, buffer, 100, 0));
    }`,
    { conditions: onDisk },
  );
  // EXT4_SUPER_MAGIC of linux/magic.h
  expect(answers).toEqual({ type: 'ef53', MiB: '32', aligned: '4096', misaligned: 'EINVAL' });
});
