import { readFileSync } from 'node:fs';

let known: number | undefined;

/** num_possible_cpus() of the kernel: how many processors the host could ever have. */
export const possibleCpus = (): number =>
  (known ??= countCpus(readFileSync('/sys/devices/system/cpu/possible', 'latin1')));

/** Counts a list such as "0-3,8"; Documentation/admin-guide/cputopology.rst. */
export function countCpus(list: string): number {
  return list
    .trim()
    .split(',')
    .map((range) => range.split('-').map(Number))
    .reduce((count, [first = 0, last = first]) => count + last - first + 1, 0);
}
