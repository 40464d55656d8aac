import { describe, expect, it } from 'vitest';
import { handleValue } from '../../../playground-server/decode/make-value.ts';
import type { RunEvent, UnstampedEvent } from '../../../playground-server/protocol/index.ts';
import { applyEvent } from '../../../site/playground/client/apply-event.ts';
import { contextFate } from '../../../site/playground/client/explain/context-fate.ts';
import { hasThreads } from '../../../site/playground/client/has-threads.ts';
import { operationsOf } from '../../../site/playground/client/operations.ts';
import { idleRun } from '../../../site/playground/client/run-state.ts';
import type { TapeRow } from '../../../site/playground/client/run-state.ts';
import { tapeEntries } from '../../../site/playground/client/tape-entries.ts';
import { einval, entry, exit, stamped } from './events.ts';
import { destroys, reaps, setsUp, submits, tries } from './lives.ts';

const told = {
  'the entries': (rows: readonly TapeRow[]) =>
    tapeEntries(rows, { errorsOnly: false, unfolded: new Set() }),
  'the operations': (rows: readonly TapeRow[]) => operationsOf(rows).all,
  'whether there are threads': hasThreads,
  'what becomes of a context': (rows: readonly TapeRow[]) =>
    rows.map((row) => contextFate(handleValue('ctx_id', 0xcn), row, rows)),
};

const [waits, wakes] = reaps(4, ['0xa']);
const [submitting, submitted] = submits(11, ['0xc']);
const alike = [5, 6, 7, 8, 9].flatMap((call) => [entry(call), exit(call)]);
const inAnotherThread = (event: UnstampedEvent): UnstampedEvent =>
  event.kind === 'syscall-entry' ? { ...event, thread: 2 } : event;

/** A call that waits while others come, and one whose effect came before that of an earlier row. */
const events: UnstampedEvent[] = [
  ...setsUp(1),
  ...submits(2, ['0xa', '0xb']),
  ...tries(3, 'io_destroy', einval),
  inAnotherThread(waits),
  ...alike,
  ...submits(10, ['0xa']),
  inAnotherThread(wakes),
  inAnotherThread(submitting),
  ...reaps(12, ['0xc']),
  inAnotherThread(submitted),
  ...destroys(13),
];

const after = (seen: readonly RunEvent[]): readonly TapeRow[] =>
  seen.reduce(applyEvent, idleRun).rows;

describe('while a tape grows', () => {
  it.each(Object.entries(told))('%s are those of the tape as if it had come at once', (_, tell) => {
    const all = stamped(events);
    const whole = all.map((_, at) => structuredClone(tell(after(all.slice(0, at + 1)))));
    let state = idleRun;
    const grown = all.map((event) => {
      state = applyEvent(state, event);
      return structuredClone(tell(state.rows));
    });
    expect(grown).toEqual(whole);
  });
});
