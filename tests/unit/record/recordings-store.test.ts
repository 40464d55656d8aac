import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { RecordingsStore } from '../../../scripts/record/recordings-store.ts';
import { stamped } from '../client/events.ts';
import { temporaryFolder } from '../../tmp/temporary-folder.ts';

const tape = stamped([{ kind: 'finished', outcome: { kind: 'exited', status: 1 } }]);
const [ours, others] = ['0123456789ab', 'ba9876543210'];

it('what one store notes, the next one reads, in the order of names', () => {
  const folder = temporaryFolder('recordings');
  const store = new RecordingsStore(folder);
  store.note('6.1', 'b.syscall', ours);
  store.note('6.1', 'a.syscall', { notRecorded: 'There is no disk.' });
  store.keep('b.syscall', ours, tape);
  const next = new RecordingsStore(folder);
  expect(Object.entries(next.recordings.get('6.1') ?? {})).toEqual([
    ['a.syscall', { notRecorded: 'There is no disk.' }],
    ['b.syscall', ours],
  ]);
  expect(next.tape(`b.syscall.${ours}.json`)).toEqual(tape);
  expect(next.tape(`b.syscall.${others}.json`)).toBeUndefined();
});

it('noting the same again changes no byte', () => {
  const folder = temporaryFolder('recordings');
  const noteAll = () => {
    const store = new RecordingsStore(folder);
    store.note('6.1', 'a.syscall', ours);
    store.note('6.1', 'b.syscall', others);
    return readFileSync(join(folder, '6.1.json'), 'utf8');
  };
  expect(noteAll()).toBe(noteAll());
});

it('a tape is kept as long as a kernel names it, and the one beside the example says something else', () => {
  const folder = temporaryFolder('recordings');
  const store = new RecordingsStore(folder);
  const kept = () => readdirSync(join(folder, 'tapes')).map((name) => name.split('.').at(-2));
  for (const kernel of ['5.10', '6.1']) store.note(kernel, 'a.syscall', ours);
  store.keep('a.syscall', ours, tape);
  store.keep('a.syscall', others, tape);
  store.prune('a.syscall', 'another');
  expect(kept()).toEqual([ours]);
  store.note('5.10', 'a.syscall', undefined);
  store.prune('a.syscall', 'another');
  expect(kept()).toEqual([ours]);
  store.prune('a.syscall', ours);
  expect(kept()).toEqual([]);
});
