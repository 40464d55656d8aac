import { expect, it } from 'vitest';
import { spansOf } from '../../../../playground-server/http/operation/run-spans.ts';
import { stageEnds } from '../../../../playground-server/http/operation/run-stages.ts';
import type { UnstampedEvent } from '../../../../playground-server/protocol/index.ts';
import { accepted, cancelled, exited, output } from '../fake-engine.ts';
import { runOf } from './run-of.ts';

const compiled: UnstampedEvent = { kind: 'compiled', cached: false, elapsedNs: '20000000' };
const warning: UnstampedEvent = {
  kind: 'diagnostic',
  severity: 'warning',
  line: 1,
  column: 1,
  message: 'm',
};
const queued = (position: number): UnstampedEvent => ({ kind: 'queued', position });
const refused: UnstampedEvent = { kind: 'finished', outcome: { kind: 'not-compiled' } };
const faulted: UnstampedEvent = { kind: 'faulted', code: 'sandbox-failed', message: 'm' };

/** The ends of a run's stages in milliseconds. */
function endsOf(...events: Parameters<typeof runOf>) {
  const record = runOf(...events);
  const ends = record.ending ? stageEnds(record, record.ending) : [];
  return Object.fromEntries(ends.map(([stage, ns]) => [stage, ns / 1e6]));
}

it('a run that waited has its slot when its compiler starts', () => {
  const ends = endsOf(
    [0, accepted],
    [1, queued(2)],
    [50, queued(1)],
    [99, warning],
    [100, compiled],
    [130, output('a')],
    [140, exited],
  );
  expect(ends).toEqual({ queue: 80, compile: 100, 'first-event': 130, run: 140, total: 140 });
});

it('the first event is the first of the program, not of the compiler', () => {
  expect(endsOf([0, accepted], [8, warning], [30, compiled], [40, exited])).toMatchObject({
    'first-event': 40,
  });
});

it('a snippet that does not compile has no program, and its compiler is done when it ends', () => {
  const events: Parameters<typeof runOf> = [
    [0, accepted],
    [25, warning],
    [30, refused],
  ];
  expect(endsOf(...events)).toEqual({ queue: 0, compile: 30, total: 30 });
  const record = runOf(...events);
  expect(record.ending && spansOf(record, record.ending)).toEqual([
    { name: 'compile', fromNs: 0, toNs: 30e6 },
  ]);
});

it('a run that was given up while it waited has waited as long as it was told', () => {
  expect(endsOf([0, accepted], [1, queued(2)], [70, queued(1)], [90, cancelled])).toEqual({
    queue: 70,
    total: 90,
  });
});

it('a fault of ours is an ending, with its code', () => {
  expect(runOf([0, accepted], [5, faulted])).toMatchObject({
    runId: 'r1',
    events: 2,
    ending: { kind: 'faulted', atNs: 5e6, code: 'sandbox-failed' },
  });
});

it('events that are cut short have no ending, and their stages are not reported', () => {
  expect(endsOf([0, accepted], [30, compiled])).toEqual({});
});

it('adding an event leaves the record before it as it was', () => {
  const before = runOf([0, accepted]);
  const kept = structuredClone(before);
  runOf([0, accepted], [30, compiled], [40, exited]);
  expect(before).toEqual(kept);
});
