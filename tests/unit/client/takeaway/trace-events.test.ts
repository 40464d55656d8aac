import { expect, it } from 'vitest';
import { traceEvents } from '../../../../site/playground/client/takeaway/trace-events.ts';
import { after, einval, entry, exit } from '../events.ts';
import { reaps, setsUp, submits } from '../lives.ts';

it('tells calls as spans of their threads, in microseconds', () => {
  const { traceEvents: events } = traceEvents(after(entry(1), exit(1, '-1', einval), entry(2)));
  expect(events).toEqual([
    { name: 'thread_name', ph: 'M', pid: 1, tid: 1, ts: 0, args: { name: 'thread 1' } },
    {
      name: 'io_setup',
      cat: 'call',
      ph: 'X',
      pid: 1,
      tid: 1,
      ts: 0,
      dur: 41,
      args: { line: 9, nr_events: '128', returned: '-1', errno: 'EINVAL', verdict: 'kernel' },
    },
    expect.objectContaining({ name: 'io_setup', ph: 'i', ts: 2 }),
  ]);
});

it('tells operations that overlap, each from its submission to the call that fetched its event', () => {
  const state = after(...setsUp(1), ...submits(2, ['0x1', '0x2']), ...reaps(3, ['0x1']));
  const operations = traceEvents(state).traceEvents.filter(({ cat }) => cat === 'operation');
  expect(operations.map(({ ph, id, ts }) => [ph, id, ts])).toEqual([
    ['b', '0', 2],
    ['e', '0', 5],
    ['b', '1', 2],
  ]);
  expect(operations[1]?.args).toMatchObject({ res: '1' });
});
