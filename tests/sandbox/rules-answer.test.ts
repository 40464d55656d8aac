import { expect, it } from 'vitest';
import { useSandboxes } from './harness.ts';
import {
  ruledAnswers,
  ruledConditions,
  ruledFilesAnswers,
  ruledFilesConditions,
  ruledFilesProgram,
  ruledFilesVerdicts,
  ruledProgram,
  ruledVerdicts,
} from './ruled-program.ts';

const { limits, runC } = useSandboxes();

it('answers by rule: with an errno, with a true short count, with another res', async () => {
  const run = await runC(ruledProgram, { conditions: ruledConditions });
  expect(run.answers).toEqual(ruledAnswers);
  const answered = run.calls.map(({ name, verdict, rules }) => [name, verdict, rules]);
  expect(answered).toEqual(ruledVerdicts);
  const given = run.calls.find(({ name }) => name === 'io_getevents');
  expect(JSON.stringify(given?.arguments)).toContain('EIO');
});

it('answers calls on files that a line of the reader made, and none of the loader’s or libc’s', async () => {
  const run = await runC(ruledFilesProgram, { conditions: ruledFilesConditions, tape: 'files' });
  expect(run.answers).toEqual(ruledFilesAnswers);
  const ruled = run.calls.filter(({ verdict }) => verdict === 'condition');
  expect(ruled.map(({ name, rules }) => [name, rules])).toEqual(ruledFilesVerdicts);
});

it('starts a program whose every call on files is to fail', async () => {
  const answer = (['openat', 'read', 'pread64', 'close', 'fstat'] as const).map((call) => ({
    call,
    errno: 'EIO',
  }));
  const run = await runC(
    `int main(void) { TRY("open", open("/etc/passwd", O_RDONLY)); TRY("close", close(0)); }`,
    { conditions: { answer }, tape: 'all' },
  );
  expect(run.answers).toEqual({ open: 'EIO', close: 'EIO' });
});

it('obeys rules for calls on files beyond the end of the tape, too', async () => {
  const source = `int main(void) {
    for (int i = 0; i < 12000; i++) lseek(0, 0, SEEK_CUR);
    TRY("beyond", fsync(1));
  }`;
  const conditions = { answer: [{ call: 'fsync' as const, errno: 'EIO' }] };
  expect((await runC(source, { conditions, tape: 'files' })).answers).toEqual({ beyond: 'EIO' });
});

it('gives nothing of the share of fs.aio-max-nr back for an io_destroy that was never made', async () => {
  const source = `int main(void) {
    int made = 0;
    for (aio_context_t ctx = 0; made < 1000 && syscall(SYS_io_setup, 1024, &ctx) == 0; ctx = 0, made++)
      syscall(SYS_io_destroy, ctx);
    TRY("within bounds", made * 1024 <= ${limits().aioEvents});
    TRY("and then", syscall(SYS_io_setup, 1024, &(aio_context_t){ 0 }));
  }`;
  const conditions = { answer: [{ call: 'io_destroy' as const, errno: 'EIO' }] };
  const { answers, calls } = await runC(source, { conditions });
  expect(answers).toEqual({ 'within bounds': '1', 'and then': 'EAGAIN' });
  expect(calls.at(-1)?.verdict).toBe('playground-limit');
});

it('counts nothing of one run in the next', async () => {
  const source = `int main(void) {
    aio_context_t ctx = 0;
    TRY("first", syscall(SYS_io_setup, 1, &ctx));
    TRY("second", syscall(SYS_io_destroy, 0L));
  }`;
  const conditions = { answer: [{ call: 'io_setup' as const, to: 1, errno: 'EINVAL' }] };
  for (let round = 0; round < 2; round++) {
    const { answers } = await runC(source, { conditions });
    expect(answers).toEqual({ first: 'EINVAL', second: 'EINVAL' });
  }
});
