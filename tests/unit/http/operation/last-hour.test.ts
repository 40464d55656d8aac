import { expect, it } from 'vitest';
import type { UnstampedEvent } from '../../../../playground-server/protocol/index.ts';
import { accepted, exited } from '../fake-engine.ts';
import { runOf } from './run-of.ts';
import { LastHour } from '../../../../playground-server/http/operation/last-hour.ts';

const faulted: UnstampedEvent = { kind: 'faulted', code: 'internal', message: 'm' };
const queued: UnstampedEvent = { kind: 'queued', position: 1 };
const minuteMs = 60_000;
const startMs = Date.UTC(2026, 0, 1, 12);

/** A window with a clock of its own. */
function windowAt() {
  const clock = { nowMs: startMs };
  return { clock, lastHour: new LastHour(() => clock.nowMs) };
}

it('knows nothing before the first run, and says so', () => {
  expect(windowAt().lastHour.report()).toEqual({
    sinceAt: '2026-01-01T12:00:00.000Z',
    runs: 0,
    outcomes: {},
    waited: null,
    firstEvent: null,
    total: null,
  });
});

it('gives the middle and the slow end of what readers waited for, within one percent', () => {
  const { lastHour } = windowAt();
  for (let ms = 1; ms <= 1000; ms += 1) lastHour.add(runOf([0, accepted], [ms, exited]));
  const { total, firstEvent } = lastHour.report();
  expect(Math.abs((total?.p50Ms ?? 0) / 500 - 1)).toBeLessThan(0.01);
  expect(Math.abs((total?.p95Ms ?? 0) / 950 - 1)).toBeLessThan(0.01);
  expect(firstEvent).toBeNull();
});

it('counts runs by how they ended', () => {
  const { lastHour } = windowAt();
  for (const last of [exited, exited, faulted]) lastHour.add(runOf([0, accepted], [1, last]));
  expect(lastHour.report()).toMatchObject({ runs: 3, outcomes: { exited: 2, faulted: 1 } });
});

it('adds up what came over the hour, and forgets what is older', () => {
  const { clock, lastHour } = windowAt();
  for (let minute = 0; minute < 90; minute += 1) {
    clock.nowMs = startMs + minute * minuteMs;
    const waitedMs = minute < 40 ? 1000 : 1;
    lastHour.add(runOf([0, accepted], [waitedMs, queued], [waitedMs, exited]));
  }
  const { runs, waited, sinceAt } = lastHour.report();
  expect(sinceAt).toBe('2026-01-01T12:29:00.000Z');
  // Slices of five minutes: the window is between 55 and 60 minutes long.
  expect(runs).toBeGreaterThanOrEqual(55);
  expect(runs).toBeLessThanOrEqual(60);
  expect(waited?.p50Ms).toBeLessThan(1.1);
  expect(waited?.p95Ms).toBeGreaterThan(990);
  clock.nowMs += 61 * minuteMs;
  expect(lastHour.report()).toMatchObject({ runs: 0, waited: null });
});

it('takes a duration of zero, and one beyond its end', () => {
  const { lastHour } = windowAt();
  lastHour.add(runOf([0, accepted], [0, queued], [1e9, exited]));
  expect(lastHour.report().waited?.p95Ms).toBeLessThanOrEqual(0.001);
  expect(lastHour.report().total?.p50Ms).toBeGreaterThan(100_000);
});
