import { expect, it } from 'vitest';
import { stampEvents } from '../../../../playground-server/http/runs/stamp-events.ts';
import { exited, output } from '../fake-engine.ts';

it('counts the time from the acceptance to when an event happened, not to when it was read', async () => {
  async function* events() {
    yield { event: output('x'), happenedNs: 1_000_250n };
    yield { event: exited, happenedNs: 2n ** 60n };
  }
  const stamped = [];
  for await (const event of stampEvents(events(), 1_000_000n, () => undefined)) stamped.push(event);
  expect(stamped).toEqual([
    { kind: 'output', seq: 0, atNs: '250', stream: 'stdout', text: 'x' },
    {
      kind: 'finished',
      seq: 1,
      atNs: String(2n ** 60n - 1_000_000n),
      outcome: { kind: 'exited', status: 0 },
    },
  ]);
});
