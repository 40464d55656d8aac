import { existsSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { collectRun, prelude } from '../sandbox/collect-run.ts';
import { kernelsFolder, useMachines } from './use-machines.ts';

/** Those that somebody has fetched already: 6.1 is what every other test of machines runs on. */
const others = (existsSync(kernelsFolder) ? readdirSync(kernelsFolder) : []).filter((id) =>
  /^(?!6\.1$)\d+\.\d+$/.test(id),
);

const machines = useMachines(['6.1', ...others]);

it.for(['6.1', ...others])('a program gets the same answers on %s', async (id) => {
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
