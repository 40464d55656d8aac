import { expect, it } from 'vitest';
import type { RunEvent } from '../../../playground-server/protocol/index.ts';
import { readTape, readVariants } from '../../../scripts/record/read-variants.ts';
import { errorCondition, wholePromise } from '../../../site/recordings/claim.ts';
import { sightings } from '../../../site/recordings/sightings.ts';

const read = (id: string) => {
  const [variant] = readVariants(id);
  return { ...variant!, recorded: readTape(variant!) };
};
const replaced = (events: RunEvent[], from: string, to: string) =>
  JSON.parse(JSON.stringify(events).replaceAll(from, to)) as RunEvent[];

it('a condition is seen where its call sets its errno', () => {
  const { facts, lens, recorded } = read('io_setup-einval-zero');
  const claim = errorCondition('io_setup', { shows: 'return-value', errno: 'EINVAL' });
  expect(claim({ facts, lens, events: recorded, isSame: true })).toBe(true);
  expect(
    claim({ facts, lens, events: replaced(recorded, 'EINVAL', 'EFAULT'), isSame: false }),
  ).toBe(false);
});

it('an errno that comes with an event is looked for in the events', () => {
  const { facts, lens, recorded } = read('io_submit-event-efault');
  const claim = errorCondition('io_submit', { shows: 'event-res', errno: 'EFAULT' });
  expect(claim({ facts, lens, events: recorded, isSame: true })).toBe(true);
  expect(claim({ facts, lens, events: replaced(recorded, 'EFAULT', 'EIO'), isSame: false })).toBe(
    false,
  );
});

it('what a condition of the run answered was not seen on a kernel', () => {
  const { facts, lens, recorded } = read('io_setup-enosys');
  const claim = errorCondition('io_setup', { shows: 'return-value', errno: 'ENOSYS' });
  expect(claim({ facts, lens, events: recorded, isSame: true })).toBe(false);
  expect(wholePromise({ facts, lens, events: recorded, isSame: true })).toBe(false);
});

it('a lesson is seen where its tape is the same: a promise about results is not all of it', () => {
  const { facts, lens, recorded } = read('io_setup-einval-zero');
  expect(wholePromise({ facts, lens, events: recorded, isSame: true })).toBe(true);
  expect(wholePromise({ facts, lens, events: recorded, isSame: false })).toBe(false);
});

it('an errno that the example does not promise is not claimed', () => {
  const { facts, lens, recorded } = read('io_setup-einval-zero');
  const claim = errorCondition('io_setup', { shows: 'return-value', errno: 'EAGAIN' });
  expect(claim({ facts, lens, events: recorded, isSame: true })).toBe(false);
});

it('a kernel that is older than the condition may answer the same, but did not show it', () => {
  const { facts, lens, source, recorded } = read('io_setup-einval-zero');
  const elsewhere = ['5.10', '7.2'].map((kernel) => ({
    kernel,
    digest: 'ab',
    isSame: true,
    events: recorded,
  }));
  const example = { facts, variants: [{ lens, source, recorded, elsewhere }] as const };
  const seen = sightings({ facts, variants: [...example.variants] }, wholePromise, '6.9');
  expect(seen.map(({ isSeen }) => isSeen)).toEqual([false, true, true]);
});
