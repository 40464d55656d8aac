import { expect, it } from 'vitest';
import { gatherEvents } from '../../../../playground-server/http/runs/gather-events.ts';
import { accepted, compiled, einval, entry, exit, finished, stamped } from '../../client/events.ts';

const bounds = { calls: 2, callsLength: 100_000, outputLength: 10 };
const printed = (text: string) => ({ kind: 'output', stream: 'stdout', text }) as const;
const call = (number: number) => [
  entry(number, 'io_setup', 2),
  exit(number, '-1', einval, 'io_setup', 2),
];

async function gather(events: Parameters<typeof stamped>[0], given = bounds) {
  async function* all() {
    yield* stamped(events).map((event) => JSON.stringify(event));
  }
  const { events: kept, omitted } = await gatherEvents(all(), given);
  return { kept: kept.map(({ seq: _, atNs: __, ...event }) => event), omitted };
}

it('keeps all of a run that fits', async () => {
  const events = [accepted, compiled, ...call(1), printed('ten units.'), ...call(2), finished];
  expect(await gather(events)).toEqual({
    kept: stamped(events).map(({ seq: _, atNs: __, ...event }) => event),
    omitted: { calls: 0, outputLength: 0 },
  });
});

it('keeps the first calls with their results, and counts the others', async () => {
  const long = await gather([accepted, ...call(1), ...call(2), ...call(3), ...call(4), finished]);
  expect(long.kept.map((event) => ('call' in event ? event.call : event.kind))).toEqual([
    'accepted',
    1,
    1,
    2,
    2,
    'finished',
  ]);
  expect(long.omitted.calls).toBe(2);
});

it('keeps fewer calls than the bound if they are long', async () => {
  const events = [...call(1), ...call(2)];
  const { omitted } = await gather(events, { ...bounds, callsLength: 1 });
  expect(omitted.calls).toBe(1);
});

it('cuts what was printed, and says how much that is', async () => {
  const { kept, omitted } = await gather([printed('twelve units'), printed('more'), finished]);
  expect(kept).toMatchObject([{ text: 'twelve uni' }, { kind: 'finished' }]);
  expect(omitted).toEqual({ calls: 0, outputLength: 6 });
});
