import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '../../playground-server/run/engine.ts';
import type { UnstampedEvent } from '../../playground-server/protocol/index.ts';
import { runOnEngine, testEngine } from './oracle/run-on-engine.ts';
import { readTracee } from './oracle/tracee.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});
afterAll(() => engine.close(0));

const runs = 20;
const turns = Array.from({ length: 300 }, (_, i) => `first ${i}\nsecond ${i}\n<io_destroy>`);

function transcript(event: UnstampedEvent): string {
  if (event.kind === 'output') return event.text;
  return event.kind === 'syscall-entry' ? `<${event.name}>` : '';
}

// Two threads of the server read it: where they race, one run in twenty goes wrong.
it('what a program prints appears between its calls where it was printed, to the last line', async () => {
  const tracee = readTracee(join(import.meta.dirname, 'own/output-between-calls.c'));
  const told = await Promise.all(
    Array.from({ length: runs }, async () => {
      const { events } = await runOnEngine(engine, tracee);
      return events.map(transcript).join('');
    }),
  );
  expect(new Set(told)).toEqual(new Set([`${turns.join('')}last\n`]));
});
