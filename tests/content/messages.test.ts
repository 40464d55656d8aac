import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { messageSchema } from '../../site/facts/message-schema.ts';
import { readCalls } from './manual/pages.ts';

const messages = z.array(messageSchema).parse(parse(readFileSync('content/messages.yaml', 'utf8')));
const calls = readCalls();

const conditionOf = (named: string) => {
  const [page, id] = named.split('#');
  return calls.find((call) => call.page === page)?.conditions.find((one) => one.id === id);
};

test.each(messages)('$id leads to a condition that has a cure', ({ condition }) => {
  expect(conditionOf(condition)?.cure, condition).toBeDefined();
});

test('has lines of each program that readers come from', () => {
  const programs = messages.map(({ program }) => program).join(', ');
  for (const name of [
    'MariaDB',
    'Oracle',
    'QEMU',
    'Ceph',
    'ScyllaDB',
    'nginx',
    'DiskANN',
    'Docker',
  ])
    expect(programs).toContain(name);
});
