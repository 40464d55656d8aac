import { expect, it } from 'vitest';
import type { DecodedValue, RunEvent } from '../../../playground-server/protocol/index.ts';
import { abridgeTape } from '../../../site/playground/view/abridge-tape.ts';

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
const elements = (count: number): DecodedValue[] =>
  Array.from({ length: count }, (_, index) => ({ name: `[${index}]`, text: 'x' }));

it('leaves a structure of twelve fields whole', () => {
  expect(abridgeTape([entry(elements(12))])).toEqual([entry(elements(12))]);
});

it('keeps the first elements of a long list, and says how many are left out', () => {
  const [event] = abridgeTape([entry(elements(64))]);
  const fields = event && 'arguments' in event ? event.arguments[0]?.fields : [];
  expect(fields).toHaveLength(9);
  expect(fields?.at(-1)).toEqual({ name: '…', text: '+ 56' });
});
