import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../../fuzz/random.ts';

const prelude = readFileSync(join(import.meta.dirname, 'prelude.c'), 'utf8');

const threads = 3;
const rounds = 4;
const steps = 8;
const slotsOfThread = 10;

/**
 * Sizes of which several have rings of equal length on a host with two processors, and some large.
 */
const sizes = [1, 1, 2, 40, 62, 63, 64, 125, 400, 1000, 1300];

/** What one thread of an honest program knows it holds. */
class Holdings {
  readonly #slots = new Map<number, number>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get events(): number {
    return this.#slots.values().reduce((sum, events) => sum + events, 0);
  }

  get taken(): number[] {
    return [...this.#slots.keys()];
  }

  hasRoomFor(events: number): boolean {
    return this.events + events <= this.#most;
  }

  take(events: number): number | null {
    const slot = Array.from({ length: slotsOfThread }, (_, i) => i).find(
      (i) => !this.#slots.has(i),
    );
    if (slot === undefined) return null;
    this.#slots.set(slot, events);
    return slot;
  }

  giveBack(slot: number): void {
    this.#slots.delete(slot);
  }
}

/**
 * A program whose threads make, move and end contexts in a random order, in memory of their own and
 * of others, and never hold more than the share together. At the end of each round, all pause, and
 * it prints what it holds, fs.aio-nr, and whether io_setup grants what is left of the share, and
 * refuses one more: `quiet: 1400 1400 0 EAGAIN`.
 */
export function honestProgram(seed: number, share: number): string {
  const random = new Random(seed);
  const holdings = random.times(threads, () => new Holdings(Math.floor(share / threads)));
  return program(
    Array.from({ length: rounds }, () => ({
      bodies: holdings.map((own, thread) =>
        random.times(steps, () => honestStep(random, own, thread * slotsOfThread)),
      ),
      quiet: `be_quiet(${holdings.reduce((sum, { events }) => sum + events, 0)}, ${share});`,
    })),
    `static void be_quiet(long held, long share)
    {
      aio_context_t rest = 0, beyond = 0;
      long granted = syscall(SYS_io_setup, share - held, &rest), refused = 0;
      if (granted == 0) syscall(SYS_io_destroy, rest);
      refused = syscall(SYS_io_setup, share - held + 1, &beyond) ? errno : 0;
      printf("quiet: %ld %ld %ld %s\\n", held, value_of("/proc/sys/fs/aio-nr") - before, granted,
             refused ? strerrorname_np(refused) : "0");
    }`,
  );
}

function honestStep(random: Random, own: Holdings, first: number): string {
  const events = random.pick(sizes);
  const slot = random.pick(own.taken.length > 0 ? own.taken : [-1]);
  switch (random.below(6)) {
    case 0:
      return slot < 0 ? '' : `move(${first + slot});`;
    case 1:
    case 2:
      if (slot < 0) return '';
      own.giveBack(slot);
      return `end(${first + slot});`;
    case 3:
      return own.hasRoomFor(events) ? `child(${events}, '${random.pick(['x', 'e', 'k'])}');` : '';
    default: {
      const fresh = own.hasRoomFor(events) ? own.take(events) : null;
      return fresh === null
        ? ''
        : `${random.oneIn(4) ? 'lend' : 'begin'}(${first + fresh}, ${events});`;
    }
  }
}

/**
 * A program whose threads also cut, tear, stack and forge each other's rings. When all pause, it
 * prints how many more events than the kernel counts it would need for more than its share, and
 * whether it gets them: `quiet: 1400 EAGAIN`.
 */
export function hostileProgram(seed: number, share: number): string {
  const random = new Random(seed);
  const slot = () => random.below(threads * slotsOfThread);
  const step = (): string => {
    switch (random.below(10)) {
      case 0:
        return `unmap(${slot()});`;
      case 1:
        return `cut(${slot()}, ${random.below(2)});`;
      case 2:
        return `tear(${slot()});`;
      case 3:
        return `stack(${slot()}, ${slot()});`;
      case 4:
        return `forge(${slot()}, ${slot()});`;
      case 5:
        return `end(${slot()});`;
      case 6:
        return random.oneIn(4) ? 'idle();' : `move(${slot()});`;
      default:
        return `begin(${slot()}, ${random.pick(sizes)});`;
    }
  };
  return program(
    random.times(rounds, () => ({
      bodies: random.times(threads, () => random.times(3 * steps, step)),
      quiet: `be_quiet(${share});`,
    })),
    `static void be_quiet(long share)
    {
      aio_context_t beyond = 0;
      long held = value_of("/proc/sys/fs/aio-nr") - before;
      long refused = syscall(SYS_io_setup, share - held + 1, &beyond) ? errno : 0;
      printf("quiet: %ld %s\\n", held, refused ? strerrorname_np(refused) : "0");
      if (!refused) exit(1);
    }`,
  );
}

function program(plan: readonly { bodies: string[][]; quiet: string }[], beQuiet: string): string {
  const functions = plan.flatMap(({ bodies }, round) =>
    bodies.map(
      (body, thread) => `static void *round_${round}_${thread}(void *unused)
{
${body.filter(Boolean).join('\n')}
return NULL;
}`,
    ),
  );
  const main = plan.map(
    ({ bodies, quiet }, round) => `
${bodies.map((_, thread) => `pthread_create(&threads[${thread}], NULL, round_${round}_${thread}, NULL);`).join('\n')}
for (int i = 0; i < ${threads}; i++) pthread_join(threads[i], NULL);
${quiet}`,
  );
  return `${prelude}
static long before;
${beQuiet}
${functions.join('\n')}
int main(int count, char **words)
{
if (count > 1) return 0;
before = value_of("/proc/sys/fs/aio-nr");
pthread_t threads[${threads}];
${main.join('\n')}
}
`;
}
