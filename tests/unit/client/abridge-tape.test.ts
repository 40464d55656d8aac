import { expect, it } from 'vitest';
import { numberValue, structValue } from '../../../playground-server/decode/make-value.ts';
import { fieldsOf, printValue } from '../../../playground-server/protocol/index.ts';
import type { DecodedValue, RunEvent } from '../../../playground-server/protocol/index.ts';
import { abridgeTape } from '../../../site/facts/abridge-tape.ts';

const entry = (value: DecodedValue): RunEvent => ({
  kind: 'syscall-entry',
  seq: 0,
  atNs: '0',
  call: 1,
  thread: 1,
  name: 'io_submit',
  line: 1,
  arguments: [value],
});
const fields = (count: number, nameOf: (index: number) => string): DecodedValue[] =>
  Array.from({ length: count }, (_, index) => numberValue(nameOf(index), 0n));
const list = (count: number, leftOut = 0): DecodedValue =>
  printValue({
    name: 'iocbpp',
    kind: 'array',
    count: `${count + leftOut}`,
    leftOut: `${leftOut}`,
    fields: fields(count, (index) => `iocbpp[${index}]`),
  });
const abridged = (value: DecodedValue): DecodedValue | undefined => {
  const [event] = abridgeTape([entry(value)]);
  return event && 'arguments' in event ? event.arguments[0] : undefined;
};

it('leaves a structure of twelve fields whole, and a list of four', () => {
  const structure = structValue(
    'iocb',
    fields(12, (index) => `field${index}`),
  );
  expect(abridged(structure)).toEqual(structure);
  expect(abridged(list(4))).toEqual(list(4));
});

it('keeps the first elements of a long list, and says how many are left out', () => {
  expect(abridged(list(64))).toMatchObject({ count: '64', leftOut: '61', text: list(64).text });
  expect(fieldsOf(abridged(list(64))!)).toHaveLength(3);
});

it('counts what the server had left out before', () => {
  expect(abridged(list(64, 36))).toMatchObject({ count: '100', leftOut: '97' });
});
