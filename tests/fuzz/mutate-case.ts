import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from './random.ts';

const folder = join(import.meta.dirname, '../tracees/cases');
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.c'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));

/** What may replace a number in the program. */
const integers = ['0', '1', '2', '-1', '3', '7', '8', '64', '127', '4096', '4097', '65535'];
const wideIntegers = ['2147483647', '0x80000000', '0x100000001L', 'LONG_MAX', 'LONG_MIN', '-8L'];

/** Constants that may replace each other. */
const families = [
  ['IOCB_CMD_PREAD', 'IOCB_CMD_PWRITE', 'IOCB_CMD_FSYNC', 'IOCB_CMD_FDSYNC', 'IOCB_CMD_POLL'],
  ['IOCB_CMD_PREAD', 'IOCB_CMD_PREADV', 'IOCB_CMD_PWRITEV', 'IOCB_CMD_NOOP'],
  ['O_RDONLY', 'O_WRONLY', 'O_RDWR', 'O_PATH'],
  ['PROT_NONE', 'PROT_READ', 'PROT_WRITE'],
  ['SYS_io_submit', 'SYS_io_destroy', 'SYS_io_getevents', 'SYS_io_cancel', 'SYS_io_pgetevents'],
  ['NULL', '&ts', 'l', 'ev', 'buf', '(void *)-1'],
] as const;

/**
 * Lines that are left alone: a mutated signal could reach others, a mutated alarm or loop would
 * only hang, and helpers are shared by all cases.
 */
const untouched =
  /^\s*#|\b(kill|alarm|ualarm|setitimer|sleep|usleep|while|for|sigaction)\b|^static/;
const literal = /(?<![\w.#"'])(?:0x[\da-f]+|\d+)[UL]*(?![\w.'"])/gi;
const constant = new RegExp(
  `\\b(${families
    .flat()
    .filter((name) => /^[A-Z]/.test(name))
    .join('|')})\\b`,
  'g',
);

/**
 * One of the cases with one to three of its constants changed. It may not end, and may not do the
 * same twice.
 */
export function mutateCase(seed: number): string {
  const random = new Random(seed);
  const lines = random.pick(cases).split('\n');
  const main = lines.findIndex((line) => line.startsWith('int main'));
  const places = lines.flatMap((line, index) =>
    index > main && !untouched.test(line) ? placesIn(line).map((place) => ({ index, place })) : [],
  );
  const chosen = random.times(1 + random.below(3), () => random.pick(places));
  for (const { index, place } of new Set(chosen)) mutate(random, lines, index, place);
  return `/* Mutant ${seed}. */\n#include <limits.h>\n${lines.join('\n')}`;
}

const placesIn = (line: string): string[] => [
  ...[...line.matchAll(literal)].map(([text]) => text),
  ...[...line.matchAll(constant)].map(([text]) => text),
];

function mutate(random: Random, lines: string[], index: number, place: string): void {
  const family = random.pick(families.filter((names) => names.some((name) => name === place)));
  const line = lines[index]!;
  const others = family ?? (random.oneIn(3) ? wideIntegers : integers);
  lines[index] = line.replace(wholeWord(place), random.pick(others));
}

const wholeWord = (text: string) => new RegExp(`(?<![\\w.])${text}(?![\\w.])`);
