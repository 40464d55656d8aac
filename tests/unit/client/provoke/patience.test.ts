import { expect, it, vi } from 'vitest';
import { whenPatienceEnds } from '../../../../site/playground/client/provoke/patience.ts';

const turn = () => new Promise((done) => setTimeout(done));

it('does not count the time in which the page could not run', async () => {
  const late = vi.fn();
  whenPatienceEnds(100, late);
  const untilMs = performance.now() + 300;
  while (performance.now() < untilMs);
  await turn();
  expect(late).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(late).toHaveBeenCalledOnce(), { timeout: 10_000 });
});

it('ends with what it waits for', async () => {
  const late = vi.fn();
  const longer = Promise.withResolvers<void>();
  const end = whenPatienceEnds(50, late);
  whenPatienceEnds(100, longer.resolve);
  end();
  await longer.promise;
  expect(late).not.toHaveBeenCalled();
});
