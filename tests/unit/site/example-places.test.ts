import { expect, test } from 'vitest';
import type { CallFacts } from '../../../site/facts/call-schema.ts';
import { examplePlaces } from '../../../site/facts/example-places.ts';

const calls = [
  {
    page: 'io_setup',
    conditions: [{ evidence: { kind: 'example', example: 'io_setup-einval-zero' } }],
  },
] as unknown as CallFacts[];

const places = examplePlaces(
  [
    { path: 'man2/io_setup', body: '<Example id="io_setup-first" />' },
    {
      path: 'man7/aio-native',
      body: '<Example id="io_setup-first" /> <Example id="z-first" /> <Example id="a-second" />',
    },
  ],
  calls,
);

test('finds a lesson on the first page that shows it', () => {
  expect(places.get('io_setup-first')).toBe('man2/io_setup');
});

test('finds the example of a condition on the page of its call', () => {
  expect(places.get('io_setup-einval-zero')).toBe('man2/io_setup');
});

test('keeps the order in which a page shows its lessons, whatever their names', () => {
  expect([...places.keys()]).toEqual([
    'io_setup-first',
    'z-first',
    'a-second',
    'io_setup-einval-zero',
  ]);
});
