import { expect, it, vi } from 'vitest';
import { finish, inSlices, type Step } from '../../../site/playground/view/in-slices.ts';

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

it('has so many lines drawn before it goes on to write more', async () => {
  const frames: (() => void)[] = [];
  vi.stubGlobal('document', { hidden: false });
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  const written: number[] = [];
  const steps = function* (): Generator<Step> {
    for (let line = 1; line <= 100; line++) {
      written.push(line);
      yield 1;
    }
  };
  const all = inSlices(steps());
  const seen = [];
  for (let frame; (frame = frames.shift());) {
    seen.push(written.length);
    frame();
    await new Promise((done) => setTimeout(done));
  }
  await all;
  vi.unstubAllGlobals();
  expect(seen).toEqual([40, 80]);
  expect(written.length).toBe(100);
});

it('goes on where nobody sees the page, which then is never drawn', async () => {
  vi.stubGlobal('document', { hidden: true });
  const steps = function* (): Generator<Step> {
    yield 1000;
    yield 1000;
  };
  await inSlices(steps());
  vi.unstubAllGlobals();
});
