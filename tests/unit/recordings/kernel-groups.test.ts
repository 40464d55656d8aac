import { expect, it } from 'vitest';
import type { RunEvent } from '../../../playground-server/protocol/index.ts';
import { readVariants } from '../../../scripts/record/read-variants.ts';
import { changeOf, kernelGroups } from '../../../site/recordings/kernel-groups.ts';
import { accepted, finished, stamped } from '../client/events.ts';

const [{ facts, lens, source }] = readVariants('io_setup-first') as [
  ReturnType<typeof readVariants>[number],
];
const recorded: RunEvent[] = stamped([accepted, finished]);

/** An example whose tape is of 6.18, and says what the others of these say that have its letter. */
const recordedOn = (host: string, others: Record<string, string>, kernel?: string) => ({
  facts: { ...facts, kernel },
  variants: [
    {
      lens,
      source,
      recorded,
      elsewhere: Object.entries(others).map(([id, digest]) => ({
        kernel: id,
        digest,
        isSame: digest === host,
        events: recorded,
      })),
    },
  ] as const,
});
const example = (...args: Parameters<typeof recordedOn>) => {
  const { variants, ...rest } = recordedOn(...args);
  return { ...rest, variants: [...variants] as [(typeof variants)[0]] };
};

it('kernels that do the same are one group, the oldest first', () => {
  const changed = example('b', { '7.2': 'b', '6.12': 'a', '6.1': 'a', '5.10': 'c' });
  expect(kernelGroups(changed).map(({ kernels }) => kernels)).toEqual([
    ['5.10'],
    ['6.1', '6.12'],
    ['6.18', '7.2'],
  ]);
  expect(changeOf(changed)).toBe('kernel');
});

it('an example that does the same everywhere has not changed', () => {
  expect(changeOf(example('a', { '6.1': 'a', '7.2': 'a' }))).toBeNull();
  expect(changeOf(example('a', {}))).toBeNull();
});

it('where older and newer own kernels agree, and only the host differs, it is the machine', () => {
  expect(changeOf(example('b', { '6.1': 'a', '7.2': 'a' }))).toBe('machine');
});

it.each([
  ['all others are older', example('b', { '6.1': 'a', '6.12': 'a' })],
  ['the others differ as well', example('b', { '6.1': 'a', '7.2': 'c' })],
  ['the example needs an own kernel', example('b', { '6.1': 'a', '7.2': 'a' }, '6.18')],
])('it is the kernel where %s', (_, changed) => {
  expect(changeOf(changed)).toBe('kernel');
});
