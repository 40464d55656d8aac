import { expect, it } from 'vitest';
import { LinkAllowance } from '../../../playground-server/links/link-allowance.ts';

let nowMs = 0;
const allowance = () => new LinkAllowance({ burst: 3, secondsPerLink: 60 }, () => nowMs);

it('a client may make some links at once, and then one a minute', () => {
  const allowed = allowance();
  expect([1, 2, 3, 4].map(() => allowed.take('a'))).toEqual([0, 0, 0, 60]);
  nowMs += 59_000;
  expect(allowed.take('a')).toBe(1);
  nowMs += 1000;
  expect([1, 2].map(() => allowed.take('a'))).toEqual([0, 60]);
});

it('being refused costs nothing', () => {
  const allowed = allowance();
  for (let turn = 0; turn < 20; turn++) allowed.take('a');
  nowMs += 60_000;
  expect(allowed.take('a')).toBe(0);
});

it('a client does not use up what another may', () => {
  const allowed = allowance();
  for (let turn = 0; turn < 4; turn++) allowed.take('a');
  expect(allowed.take('b')).toBe(0);
});

it('what was not used does not add up beyond the burst', () => {
  const allowed = allowance();
  nowMs += 3_600_000;
  expect([1, 2, 3, 4].map(() => allowed.take('a'))).toEqual([0, 0, 0, 60]);
});
