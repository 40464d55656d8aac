import { expect, it } from 'vitest';
import { descriptorValue, numberValue } from '../../../../playground-server/decode/make-value.ts';
import type { UnstampedEvent } from '../../../../playground-server/protocol/index.ts';
import { badDescriptor } from '../../../../site/playground/client/explain/bad-descriptor.ts';
import { after, entry, exit } from '../events.ts';

const enoent = { name: 'ENOENT', number: 2 };
const ebadf = { name: 'EBADF', number: 9 };

const failed = (call: number, name: string, fd: bigint): UnstampedEvent => ({
  ...(exit(call, '-1', ebadf, name) as Extract<UnstampedEvent, { kind: 'syscall-exit' }>),
  arguments: [numberValue('op', -5n), descriptorValue('fd', fd)],
});

const causeOf = (...events: UnstampedEvent[]) => {
  const { rows } = after(...events);
  return badDescriptor(rows.at(-1)!, rows);
};

const lostFile = [entry(1, 'openat', 12), exit(1, '-1', enoent, 'openat', 12)];
const eventfd = [entry(2, 'eventfd2'), exit(2, '3', null, 'eventfd2')];

it('leads from a descriptor that is none to the last call before that failed to make one', () => {
  const cause = causeOf(...lostFile, ...eventfd, entry(3, 'close'), failed(3, 'close', -1n));
  expect(cause).toMatchObject({ name: 'fd', value: '-1', from: { call: 1, line: 12 } });
});

it('knows an errno that the program has kept in place of a descriptor', () => {
  expect(causeOf(...lostFile, entry(3, 'close'), failed(3, 'close', -2n))?.from?.call).toBe(1);
  expect(causeOf(...lostFile, entry(3, 'close'), failed(3, 'close', -9n))?.from).toBeNull();
});

it('says nothing of calls that only read, of later calls, or of descriptors that were closed', () => {
  const read = [entry(1, 'read'), exit(1, '-1', enoent, 'read')];
  expect(causeOf(...read, entry(3, 'close'), failed(3, 'close', -1n))?.from).toBeNull();
  const later = [entry(4, 'open'), exit(4, '-1', enoent, 'open')];
  const { rows } = after(entry(3, 'close'), failed(3, 'close', -1n), ...later);
  expect(badDescriptor(rows[0]!, rows)?.from).toBeNull();
  expect(causeOf(...lostFile, entry(3, 'close'), failed(3, 'close', 7n))).toBeNull();
});
