import { expect, it } from 'vitest';
import { finish, inSlices } from '../../../site/playground/view/in-slices.ts';

/** Steps that each take as long as a slice. */
function* slowly(done: number[], steps = 3): Generator<void> {
  for (let step = 1; step <= steps; step++) {
    const begunMs = performance.now();
    while (performance.now() - begunMs < 10);
    done.push(step);
    yield;
  }
}

it('lets others have their turn between steps that take long', async () => {
  const done: number[] = [];
  const seen: number[] = [];
  const look = () => {
    seen.push(done.length);
    if (done.length < 3) setTimeout(look);
  };
  setTimeout(look);
  await inSlices(slowly(done));
  expect(done).toEqual([1, 2, 3]);
  expect(seen).toContain(1);
  expect(seen).toContain(2);
});

it('does at once what is left, and then nothing is left to do', async () => {
  const done: number[] = [];
  const steps = slowly(done);
  const all = inSlices(steps);
  expect(done).toEqual([1]);
  finish(steps);
  expect(done).toEqual([1, 2, 3]);
  await all;
  expect(done).toEqual([1, 2, 3]);
});
