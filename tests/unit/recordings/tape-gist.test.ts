import { expect, it } from 'vitest';
import type { RunEvent } from '../../../playground-server/protocol/index.ts';
import { readTape, readVariants } from '../../../scripts/record/read-variants.ts';
import { digestOf, gistOf } from '../../../site/facts/recordings/tape-gist.ts';

const [variant] = readVariants('io_submit-event-efault');
const tape = readTape(variant!);

/** The tape with each event replaced, as another run might have had it. */
const changed = (change: (event: RunEvent, at: number) => RunEvent): RunEvent[] => tape.map(change);

/** The tape with a text replaced wherever it stands. */
const replaced = (pattern: RegExp, by: string): RunEvent[] => {
  const text = JSON.stringify(tape);
  expect(text).toMatch(pattern);
  return JSON.parse(text.replaceAll(pattern, by)) as RunEvent[];
};

it('a run at another time, and elsewhere in memory, says the same', () => {
  const later = changed((event) => ({ ...event, atNs: `${Number(event.atNs) + 1}` }));
  const slower = replaced(/"elapsedNs":"\d+"/g, '"elapsedNs":"7"');
  const moved = replaced(/"0x7f[0-9a-f]+"/g, '"0x7ffdd440c138"');
  for (const other of [later, slower, moved]) expect(digestOf(other, [])).toBe(digestOf(tape, []));
});

it('what a program printed is no part of it', () => {
  const silent = tape.filter(({ kind }) => kind !== 'output');
  expect(silent.length).toBeLessThan(tape.length);
  expect(digestOf(silent, [])).toBe(digestOf(tape, []));
});

it.each([
  ['a result', /"returned":"1"/g, '"returned":"2"'],
  ['what an event delivers', /"value":"-14"/g, '"value":"-22"'],
  ['a line', /"line":\d+/g, '"line":99'],
  [
    'an argument',
    /"aio_nbytes","text":"\d+","kind":"number","value":"\d+"/g,
    '"aio_nbytes","text":"1","kind":"number","value":"1"',
  ],
  ['the end', /"status":0/g, '"status":1'],
])('%s makes a difference', (_, pattern, by) => {
  expect(digestOf(replaced(pattern, by), [])).not.toBe(digestOf(tape, []));
});

it('a call that is missing makes a difference', () => {
  const last = tape.findLast(({ kind }) => kind === 'syscall-entry');
  const without = tape.filter(
    (event) => !('call' in event) || event.call !== last!['call' as never],
  );
  expect(gistOf(without, []).threads[0]).toHaveLength(gistOf(tape, []).threads[0]!.length - 1);
});

it('a number that the machine decides is as good as another, from what is promised on', () => {
  const [first] = tape.flatMap((event) => (event.kind === 'syscall-exit' ? [event] : []));
  const expects = [{ call: first!.name, returned: { atLeast: 100 }, errno: null }];
  const returning = (returned: string) =>
    digestOf(
      changed((event) => (event === first ? { ...first, returned } : event)),
      expects,
    );
  expect(returning('120')).toBe(returning('124'));
  expect(returning('99')).not.toBe(returning('124'));
});

it('a pointer in a plain number is an address, on the host and in a user-mode Linux', () => {
  const [pointers] = readVariants('io_submit-einval-poll-mask');
  const text = JSON.stringify(readTape(pointers!));
  const mask = /"kind":"flags","value":"(140\d{12})"/.exec(text)?.[1];
  expect(mask).toBeDefined();
  const lower = JSON.parse(text.replaceAll(mask!, '548680056142')) as RunEvent[];
  expect(digestOf(lower, [])).toBe(digestOf(readTape(pointers!), []));
});
