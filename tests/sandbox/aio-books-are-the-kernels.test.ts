import { expect, it } from 'vitest';
import { hostileProgram, honestProgram } from './aio-books/write-books-program.ts';
import { useSandboxes } from './harness.ts';

const { runC, limits } = useSandboxes();
const seeds = (process.env.AIO_BOOKS_SEEDS ?? '1,2,3').split(',').map(Number);

// fs.aio-nr is the host's: others' contexts may come and go while a program looks at it.
it.for(seeds)(
  'holds what the kernel counts, to the event (seed %i)',
  { retry: 2 },
  async (seed) => {
    const { stdout, outcome, errors } = await runC(honestProgram(seed, limits().aioEvents));
    expect({ errors, outcome }).toEqual({ errors: [], outcome: { kind: 'exited', status: 0 } });
    const quiet = stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' '));
    expect(quiet).toEqual(quiet.map(([, held]) => ['quiet:', held, held, '0', 'EAGAIN']));
  },
);

it.for(seeds)(
  'never holds less, whatever is done to rings (seed %i)',
  { retry: 2 },
  async (seed) => {
    const { stdout, outcome } = await runC(hostileProgram(seed, limits().aioEvents));
    const quiet = stdout.split('\n').filter((line) => line.startsWith('quiet:'));
    expect({ quiet, outcome }).toEqual({
      quiet: quiet.map((line) => line.replace(/ \S+$/, ' EAGAIN')),
      outcome: { kind: 'exited', status: 0 },
    });
    expect(quiet).toHaveLength(4);
  },
);
