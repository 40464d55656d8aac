import { expect, it } from 'vitest';
import { useSandboxes } from './harness.ts';
import { ruledAnswers, ruledConditions, ruledProgram, ruledVerdicts } from './ruled-program.ts';

const { limits, runC } = useSandboxes();

it('answers by rule: with an errno, with a true short count, with another res', async () => {
  const run = await runC(ruledProgram, { conditions: ruledConditions });
  expect(run.answers).toEqual(ruledAnswers);
  const answered = run.calls.map(({ name, verdict, rules }) => [name, verdict, rules]);
  expect(answered).toEqual(ruledVerdicts);
  const given = run.calls.find(({ name }) => name === 'io_getevents');
  expect(JSON.stringify(given?.arguments)).toContain('EIO');
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
