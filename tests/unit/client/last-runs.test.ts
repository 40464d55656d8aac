import { expect, it } from 'vitest';
import { createLastRuns } from '../../../site/playground/client/last-runs.ts';
import { createRunStore } from '../../../site/playground/client/run-store.ts';
import { accepted, compiled, entry, exit, finished, stamped } from './events.ts';
import { storage } from './storage.ts';

const request = { language: 'c', source: 'int main(void) {}' } as const;
const run = { request, lines: ['{}'] };

it('keeps the last run of a playground, and of few playgrounds', () => {
  const tab = storage();
  const runs = createLastRuns(tab);
  runs.keep('a', run);
  runs.keep('a', { ...run, lines: ['{"newer":1}'] });
  expect(createLastRuns(tab).load('a')?.lines).toEqual(['{"newer":1}']);
  for (let each = 0; each < 20; each++) runs.keep(`other-${each}`, run);
  expect(tab.length).toBeLessThan(10);
  expect(runs.load('other-19')).toEqual(run);
});

it('keeps nothing rather than too much, and takes no harm from a storage that is full', () => {
  const tab = storage(1000);
  const runs = createLastRuns(tab);
  runs.keep('a', run);
  runs.keep('b', { ...run, lines: ['x'.repeat(2000)] });
  expect(runs.load('a')).toEqual(run);
  expect(runs.load('b')).toBeNull();
  tab.setItem('live-man:run:c', 'no JSON');
  expect(runs.load('c')).toBeNull();
});

it('a run that is shown again ends as it did; one that was cancelled is cancelled', () => {
  const store = createRunStore(() => Promise.reject(new Error('nothing is asked for')));
  const lines = stamped([accepted, compiled, entry(1), exit(1), entry(2), finished]).map((event) =>
    JSON.stringify(event),
  );
  store.resume(lines);
  expect(store.state.phase).toEqual({ kind: 'finished', outcome: { kind: 'exited', status: 0 } });
  expect(store.received).toEqual(lines);
  store.resume(lines.slice(0, -1));
  expect(store.state.phase).toMatchObject({ outcome: { kind: 'cancelled' } });
  expect(store.state.rows[1]).toMatchObject({ status: { kind: 'unreturned' } });
});
