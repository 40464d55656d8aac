import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  handleValue,
  numberValue,
  pointerValue,
} from '../../../../playground-server/decode/make-value.ts';
import type { RunEvent, UnstampedEvent } from '../../../../playground-server/protocol/index.ts';
import { straceText } from '../../../../playground-server/protocol/transcript/strace-text.ts';
import { parseStrace } from '../../../tracees/oracle/parse-strace.ts';
import { einval, entry, exit, finished, stamped } from '../../client/events.ts';

const tapes = globSync('content/examples/*/tape.json');

/** What -ttt and -T add to a line of strace -f. */
const withoutTimes = (text: string): string =>
  text.replace(/^(\d+ +)\d+\.\d{6} /gm, '$1').replace(/ <\d+\.\d{6}>$/gm, '');

const calls = (events: readonly RunEvent[]): string[] =>
  events.flatMap((event) =>
    event.kind === 'syscall-exit'
      ? [`${event.name} ${event.returned} ${event.errno?.name ?? null}`]
      : [],
  );

it('can be read as what strace itself wrote, for each recorded tape', () => {
  expect(tapes.length).toBeGreaterThan(100);
  for (const tape of tapes) {
    const events = JSON.parse(readFileSync(tape, 'utf8')) as RunEvent[];
    const text = straceText(events);
    const every = /^\d+ +\d+\.\d{6} (\w+\(.*|<\.\.\. \w+ resumed>.*|--- .* ---|\+\+\+ .* \+\+\+)$/;
    for (const line of text.trimEnd().split('\n')) expect(line).toMatch(every);
    const read = parseStrace(withoutTimes(text)).flat();
    const known = read.filter(({ returned }) => returned !== null);
    const told = known.map(({ name, returned, errno }) => `${name} ${returned} ${errno}`);
    expect(told.sort(), tape).toEqual(calls(events).sort());
  }
});

const ctx = handleValue('ctx_id', 0x7f01n);
const waits: UnstampedEvent = {
  ...(entry(1, 'io_getevents') as Extract<UnstampedEvent, { kind: 'syscall-entry' }>),
  arguments: [ctx, numberValue('min_nr', 1n), pointerValue('events', 0x7ffen)],
};
const waited: UnstampedEvent = {
  ...(exit(1, '0', null, 'io_getevents') as Extract<UnstampedEvent, { kind: 'syscall-exit' }>),
  arguments: [ctx, numberValue('min_nr', 1n), pointerValue('events', 0x7ffen)],
};

const textOf = (...events: UnstampedEvent[]): string[] =>
  straceText(stamped(events)).trimEnd().split('\n');

describe('a line', () => {
  it('tells thread, time, call, result, errno and how long it took', () => {
    expect(textOf(entry(1), exit(1, '-1', einval))).toEqual([
      '1     0.000000 io_setup(128) = -1 EINVAL <0.000041>',
    ]);
  });

  it('is cut in two where another thread came between', () => {
    const other = { ...entry(2, 'io_destroy'), thread: 2 } as UnstampedEvent;
    expect(textOf(waits, other, exit(2, '0', null, 'io_destroy'), waited)).toEqual([
      '1     0.000000 io_getevents(0x7f01, 1, <unfinished ...>',
      '2     0.000001 io_destroy(128) = 0 <0.000041>',
      '1     0.000003 <... io_getevents resumed>0x7ffe) = 0 <0.000041>',
    ]);
  });

  it('ends a run as strace does', () => {
    const killed = { kind: 'signalled', signal: 'SIGSEGV' } as const;
    expect(textOf(finished)).toEqual(['1     0.000000 +++ exited with 0 +++']);
    expect(textOf(waits, { kind: 'finished', outcome: killed })).toEqual([
      '1     0.000000 io_getevents(0x7f01, 1, <unfinished ...>',
      '1     0.000001 +++ killed by SIGSEGV +++',
    ]);
  });
});
