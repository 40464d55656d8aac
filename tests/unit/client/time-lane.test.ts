import { describe, expect, it } from 'vitest';
import type { UnstampedEvent } from '../../../playground-server/protocol/index.ts';
import { timeLane } from '../../../site/playground/client/time-lane.ts';
import { timeScale } from '../../../site/playground/client/time-scale.ts';
import { after, entry } from './events.ts';
import { destroys, reaps, setsUp, submits } from './lives.ts';

// Events come a microsecond apart: see stamped() in events.ts.
const lane = (...events: UnstampedEvent[]) => timeLane(after(...events).rows);

describe('the time lane', () => {
  it('gathers the calls of one name in one thread', () => {
    const { calls } = lane(...setsUp(1), ...submits(2, []), ...submits(3, []));
    expect(calls.map(({ name, spans }) => [name, spans.length])).toEqual([
      ['io_setup', 1],
      ['io_submit', 2],
    ]);
    expect(calls[0]?.spans[0]).toMatchObject({ fromNs: 0, toNs: 1000 });
  });

  it('leaves open what waits', () => {
    expect(lane(entry(1)).calls[0]?.spans[0]?.toNs).toBeNull();
  });

  it('ends an operation where its event was fetched, and claims nothing about its completion', () => {
    const { operations } = lane(...submits(1, ['0xa']), ...reaps(2, ['0xa']));
    expect(operations).toMatchObject([{ fromNs: 0, openUntilNs: 0, toNs: 3000, end: 'fetched' }]);
  });

  it('knows an operation to be open when a call with room left came back without its event', () => {
    const { operations } = lane(...submits(1, ['0xa']), ...reaps(2, [], 1), ...reaps(3, ['0xa']));
    expect(operations[0]?.openUntilNs).toBe(2000);
  });

  it('concludes nothing from a call that had no room left', () => {
    const { operations } = lane(...submits(1, ['0xa', '0xb']), ...reaps(2, ['0xb'], 1));
    expect(operations[0]?.openUntilNs).toBe(0);
  });

  it('lets io_destroy end what nobody has fetched', () => {
    const { operations } = lane(...setsUp(1), ...submits(2, ['0xa']), ...destroys(3));
    expect(operations[0]).toMatchObject({ end: 'destroyed', toNs: 5000, endedBy: { call: 3 } });
    expect(lane(...submits(1, ['0xa'])).operations[0]?.end).toBe('unfetched');
  });

  it('draws a limited number of operations, and counts the others', () => {
    const many = Array.from({ length: 20 }, (_, at) => `0x${at}`);
    const { operations, operationsLeftOut } = lane(...submits(1, many));
    expect([operations.length, operationsLeftOut]).toEqual([8, 12]);
  });
});

describe('the time scale', () => {
  it('keeps the order of moments, from 0 to 1', () => {
    const place = timeScale([0, 20_000, 30_000_000]);
    expect([place(0), place(30_000_000)]).toEqual([0, 1]);
    expect(place(20_000)).toBeGreaterThan(0);
    expect(place(20_000)).toBeLessThan(1);
  });

  it('leaves short times visible beside long ones', () => {
    expect(timeScale([0, 20_000, 30_020_000])(20_000)).toBeGreaterThan(0.1);
  });

  it('has a place for a single moment', () => {
    expect(timeScale([7])(7)).toBe(0);
  });
});
