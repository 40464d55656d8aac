import { expect, it } from 'vitest';
import { stampEvents } from '../../../../playground-server/http/runs/stamp-events.ts';
import {
  encodeRow,
  TapeRow,
  type UnstampedRow,
} from '../../../../playground-server/run/tracing/tape-row.ts';
import type { TimedEvent } from '../../../../playground-server/run/timed-event.ts';
import { exited, output } from '../fake-engine.ts';

async function stamped(events: TimedEvent[], acceptedNs: bigint) {
  async function* source() {
    yield* events;
  }
  const failed = (error: unknown) => expect.fail(String(error));
  const all = await Array.fromAsync(stampEvents(source(), acceptedNs, failed));
  return all.map(({ line }) => JSON.parse(line) as unknown);
}

const signal: UnstampedRow = { kind: 'signal', name: 'SIG"USR1"', line: 3 };

it('counts the time from the acceptance to when an event happened, not to when it was read', async () => {
  const events = [
    { event: output('x'), happenedNs: 1_000_250n },
    { event: exited, happenedNs: 2n ** 60n },
  ];
  expect(await stamped(events, 1_000_000n)).toEqual([
    { kind: 'output', seq: 0, atNs: '250', stream: 'stdout', text: 'x' },
    {
      kind: 'finished',
      seq: 1,
      atNs: String(2n ** 60n - 1_000_000n),
      outcome: { kind: 'exited', status: 0 },
    },
  ]);
});

it('stamps a row of the tape like any other event', async () => {
  const row = new TapeRow(encodeRow(signal, process.hrtime.bigint()));
  const [ofRow, ofEvent] = await stamped([row, { ...row, event: row.event }], row.happenedNs - 5n);
  expect(ofRow).toEqual({ ...signal, seq: 0, atNs: '5' });
  expect(ofEvent).toEqual({ ...signal, seq: 1, atNs: '5' });
  expect(Object.keys(ofRow as object)).toEqual(Object.keys(ofEvent as object));
});

it('passes a row on as it is, without parsing it', async () => {
  class Unread extends TapeRow {
    override get event(): never {
      throw new Error('nobody needs the object');
    }
  }
  expect(await stamped([new Unread(encodeRow(signal, process.hrtime.bigint()))], 0n)).toHaveLength(
    1,
  );
});
