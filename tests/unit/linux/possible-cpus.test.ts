import { expect, it } from 'vitest';
import { countCpus } from '../../../playground-server/linux/possible-cpus.ts';

it.for([
  ['0\n', 1],
  ['0-3\n', 4],
  ['0-3,8,10-11\n', 7],
] as const)('counts the list %j', ([list, cpus]) => {
  expect(countCpus(list)).toBe(cpus);
});
