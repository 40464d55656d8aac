import { expect, test } from 'vitest';
import { exampleSchema } from '../../../site/facts/example-schema.ts';
import { expectedCalls } from '../../../site/facts/expected-calls.ts';

const said = { en: 'said', fr: 'dit', ru: 'сказано' };
const setup = { call: 'io_setup', returned: 0, errno: null };
const wait = { call: 'io_getevents', returned: 0, errno: null };
const claim = { title: said, lesson: said, proves: [], expects: [setup, wait, wait] };
const skips = (...calls: number[]) => ({ libaio: { calls, because: said } });

test('every lens is expected to make every call', () => {
  const facts = exampleSchema.parse(claim);
  expect(expectedCalls(facts, 'syscall')).toEqual([setup, wait, wait]);
  expect(expectedCalls(facts, 'libaio')).toEqual([setup, wait, wait]);
});

test('a call that one lens is spared is expected of the others', () => {
  const facts = exampleSchema.parse({ ...claim, skips: skips(2) });
  expect(expectedCalls(facts, 'libaio')).toEqual([setup, wait]);
  expect(expectedCalls(facts, 'syscall')).toEqual([setup, wait, wait]);
});

test('an example may claim that no call is made', () => {
  expect(exampleSchema.safeParse({ ...claim, expects: [] }).success).toBe(true);
});

test('a call is spared only with a reason, and only by a lens that exists', () => {
  const parse = (skip: object) => exampleSchema.safeParse({ ...claim, skips: skip });
  expect(parse({ libaio: { calls: [2] } }).success).toBe(false);
  expect(parse({ pascal: { calls: [2], because: said } }).success).toBe(false);
  expect(parse(skips()).success).toBe(false);
});

test('the language of an example is not said twice', () => {
  expect(exampleSchema.safeParse({ ...claim, language: 'c' }).success).toBe(false);
});
