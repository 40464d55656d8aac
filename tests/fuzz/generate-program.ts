import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from './random.ts';
import type { Place } from './place.ts';
import { firstSetups, writeStep } from './write-steps.ts';

const prelude = readFileSync(join(import.meta.dirname, 'prelude.c'), 'utf8');

/**
 * Contexts, of at most 64 events each, that a program may ask for: well below its share of 4096.
 */
const contextsAtMost = 30;

/** How a function of the program is run; `together` in threads at once, each in a world of its own. */
const ways = ['directly', 'directly', 'thread', 'fork', 'vfork', 'together'] as const;
type Way = (typeof ways)[number];

/**
 * A C program of random AIO calls that gives the same tape in every run: nothing blocks for ever,
 * what kernel threads finish is awaited, and threads share nothing while they overlap.
 */
export function generateProgram(seed: number): string {
  const random = new Random(seed);
  const libaio = random.oneIn(3);
  const shared = { random, libaio, given: [0, 0, 0, 0], budget: { contexts: contextsAtMost } };
  const functions = random.times(4 + random.below(3), (index) => {
    const way = random.pick(ways);
    const signals = way === 'directly' || way === 'fork';
    const place = { ...shared, signals, worlds: way === 'together' ? 3 : 1 };
    return { way, text: writeFunction(place, index), call: writeRun(way, index) };
  });
  const header = libaio ? '#include <libaio.h>' : '#include <linux/aio_abi.h>';
  return [
    `/* Seed ${seed}. */\n#define _GNU_SOURCE\n${header}\n${prelude}`,
    handler,
    ...functions.map(({ text }) => text),
    writeMain(
      random,
      functions.map(({ call }) => call),
    ),
  ].join('\n');
}

/** It counts its runs, so that the output shows if it did not run. */
const handler = `static void handle(int signal)
{
	(void)signal;
	handled++;
	syscall(SYS_io_destroy, 1L);
}
`;

function writeFunction(place: Place, index: number): string {
  const { random } = place;
  const steps = [firstSetups(place), ...random.times(6 + random.below(8), () => writeStep(place))];
  const lines = steps.flat().map((line) => `\t${line}`);
  return [
    `static void *part${index}(void *argument)`,
    '{',
    '\tstruct world *w = argument;',
    '\tlong r = 0;',
    ...lines,
    '\tnote(w, r);',
    '\treturn NULL;',
    '}\n',
  ].join('\n');
}

function writeRun(way: Way, index: number): string[] {
  const part = `part${index}`;
  switch (way) {
    case 'directly':
      return [`${part}(&worlds[0]);`];
    case 'thread':
      return [
        `pthread_create(&threads[0], NULL, ${part}, &worlds[0]);`,
        'pthread_join(threads[0], NULL);',
      ];
    case 'together':
      return [
        `for (int i = 1; i < 4; i++) pthread_create(&threads[i], NULL, ${part}, &worlds[i]);`,
        'for (int i = 1; i < 4; i++) pthread_join(threads[i], NULL);',
      ];
    case 'fork':
    case 'vfork':
      return [
        `if ((child = ${way}()) == 0) {`,
        ...(way === 'fork' ? forgotten : []),
        `\t${part}(&worlds[0]);`,
        '\t_exit(0);',
        '}',
        'waitpid(child, NULL, 0);',
      ];
  }
}

/** What the child inherits is of no use to it: two slots stay as they are, two are free again. */
const forgotten = ['\tmemset(worlds[0].live, 0, 16);'];

function writeMain(random: Random, runs: readonly string[][]): string {
  const flags = random.pick(['0', 'SA_RESTART']);
  const lines = [
    'pthread_t threads[4];',
    'volatile pid_t child = 0;',
    '(void)threads, (void)child;',
    'sigfillset(&all);',
    'signal(SIGPIPE, SIG_IGN);',
    `sigaction(SIGALRM, &(struct sigaction){ .sa_handler = nothing, .sa_flags = ${flags} }, NULL);`,
    `sigaction(SIGUSR1, &(struct sigaction){ .sa_handler = handle, .sa_flags = ${flags} }, NULL);`,
    'reaped = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);',
    'for (int i = 0; i < 4; i++) open_world(&worlds[i]);',
    // strace -o names threads by pid alone: the first line shows which thread is the oldest.
    'syscall(SYS_io_destroy, 0L);',
    ...runs.flatMap((run) => [...run, ...report]),
    'printf("reaped %ld, data %ld, res %ld\\n", reaped->events, reaped->data, reaped->res);',
    'return 0;',
  ];
  return `int main(void)\n{\n${lines.map((line) => `\t${line}`).join('\n')}\n}\n`;
}

const report = [
  'for (int i = 0; i < 4; i++) printf("%lx ", worlds[i].sum);',
  'printf("handled %d\\n", handled);',
];
