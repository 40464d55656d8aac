import { expect, it } from 'vitest';
import type { UnstampedEvent } from '../../../playground-server/protocol/index.ts';
import { runSummary } from '../../../site/playground/view/output/run-summary.ts';
import { createWords } from '../../../site/words/words.ts';
import { accepted, after, compiled } from './events.ts';

const words = createWords('en', {
  'playground.came.calls_other': '{{count}} calls',
  'playground.came.atLine': 'line {{line}}: {{what}}',
  'playground.untoldFailed': '{{failed}} failed',
});

const exited: UnstampedEvent = { kind: 'finished', outcome: { kind: 'exited', status: 0 } };

const untold = (failed: number): UnstampedEvent => ({
  kind: 'untold',
  calls: [
    { name: 'io_getevents', line: 11, count: 2000, failed: 0 },
    { name: 'io_submit', line: 12, count: 1, failed },
  ],
  others: 4,
});

it('counts the calls that a full tape had no room for', () => {
  expect(runSummary(after(accepted, compiled, untold(0), exited), words)).toEqual({
    tone: 'ok',
    text: '2,005 calls',
    place: { kind: 'report' },
  });
});

it('leads to the line of a failure that a full tape had no room for', () => {
  expect(runSummary(after(accepted, compiled, untold(1), exited), words)).toEqual({
    tone: 'failed',
    text: 'line 12: 1 failed',
    place: { kind: 'line', line: 12 },
  });
});
