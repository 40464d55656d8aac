import { expect, it } from 'vitest';
import { readAioMaxNr } from '../../../../playground-server/run/host/environment.ts';

it('takes a kernel without AIO for one that has no events to give', () => {
  expect(readAioMaxNr('/proc/sys/fs/no-aio-max-nr')).toBe(0);
});
