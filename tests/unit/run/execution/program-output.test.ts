import { expect, it } from 'vitest';
import { ProgramOutput } from '../../../../playground-server/run/execution/program-output.ts';

const bytes = (text: string) => Buffer.from(text, 'utf8');

it('keeps a character whole that was cut between two reads', () => {
  const output = new ProgramOutput(100);
  const [first, second] = [bytes('é').subarray(0, 1), bytes('é').subarray(1)];
  expect(output.decode('stdout', first)).toBeNull();
  expect(output.decode('stdout', second)).toEqual({ kind: 'output', stream: 'stdout', text: 'é' });
});

it('does not mix the bytes of the two streams', () => {
  const output = new ProgramOutput(100);
  output.decode('stdout', bytes('é').subarray(0, 1));
  expect(output.decode('stderr', bytes('x'))).toMatchObject({ stream: 'stderr', text: 'x' });
  expect(output.flush()).toEqual([{ kind: 'output', stream: 'stdout', text: '\u{fffd}' }]);
});

it('shows bytes that are no UTF-8 as U+FFFD', () => {
  const output = new ProgramOutput(100);
  expect(output.decode('stdout', Uint8Array.of(0xff, 0x41))).toMatchObject({ text: '\u{fffd}A' });
});

it('counts both streams against one limit, and keeps what is within it', () => {
  const output = new ProgramOutput(4);
  output.decode('stdout', bytes('abc'));
  expect(output.exceeded).toBe(false);
  expect(output.decode('stderr', bytes('xyz'))).toMatchObject({ text: 'x' });
  expect(output.exceeded).toBe(true);
});
