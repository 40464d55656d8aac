import { expect, it } from 'vitest';
import type { DecodedValue, RunEvent } from '../../../playground-server/protocol/index.ts';
import { abridgeTape } from '../../../site/facts/abridge-tape.ts';

const entry = (fields: DecodedValue[]): RunEvent => ({
  kind: 'syscall-entry',
  seq: 0,
  atNs: '0',
  call: 1,
  thread: 1,
  name: 'io_submit',
  line: 1,
  arguments: [{ name: 'iocbpp', text: '…', fields }],
});
const named = (count: number, nameOf: (index: number) => string): DecodedValue[] =>
  Array.from({ length: count }, (_, index) => ({ name: nameOf(index), text: 'x' }));
const elements = (count: number) => named(count, (index) => `iocbpp[${index}]`);

it('leaves a structure of twelve fields whole, and a list of four', () => {
  const structure = [entry(named(12, (index) => `field${index}`))];
  expect(abridgeTape(structure)).toEqual(structure);
  expect(abridgeTape([entry(elements(4))])).toEqual([entry(elements(4))]);
});

it('keeps the first elements of a long list, and says how many are left out', () => {
  const [event] = abridgeTape([entry(elements(64))]);
  const fields = event && 'arguments' in event ? event.arguments[0]?.fields : [];
  expect(fields).toHaveLength(4);
  expect(fields?.at(-1)).toEqual({ name: '…', text: '+ 61' });
});
