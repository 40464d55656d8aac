import { describe, expect, it } from 'vitest';
import { fieldsOf, printValue } from '../../playground-server/protocol/index.ts';
import type { DecodedValue } from '../../playground-server/protocol/index.ts';
import { exampleIds, readTape, readVariants } from '../../scripts/record/read-variants.ts';

const values = exampleIds()
  .flatMap(readVariants)
  .flatMap(readTape)
  .flatMap((event): DecodedValue[] => ('arguments' in event ? event.arguments : []))
  .flatMap(withFields);

function withFields(value: DecodedValue): DecodedValue[] {
  return [value, ...fieldsOf(value).flatMap(withFields)];
}

describe('the recorded values', () => {
  it('have the text that the printer gives them: what a page shows, a live run shows as well', () => {
    const { length } = values.filter((value) => printValue(value).text === value.text);
    expect(length).toBe(values.length);
  });

  it('are of all kinds that the calls of native AIO have', () => {
    expect([...new Set(values.map(({ kind }) => kind))].sort()).toEqual([
      'address',
      'array',
      'bytes',
      'constant',
      'descriptor',
      'flags',
      'handle',
      'number',
      'result',
      'signals',
      'struct',
    ]);
  });
});
