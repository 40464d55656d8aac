import { rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { AioMaxNr } from '../../../../playground-server/run/host/aio-max-nr.ts';
import { temporaryFolder } from '../../../tmp/temporary-folder.ts';

it('takes a kernel without AIO for one that has no events to give', () => {
  expect(new AioMaxNr('/proc/sys/fs/no-aio-max-nr').read()).toBe(0);
});

it('tells what it read last where it cannot be read, and each for itself', () => {
  const file = join(temporaryFolder('aio-max-nr'), 'aio-max-nr');
  writeFileSync(file, '65536\n');
  const known = new AioMaxNr(file);
  expect(known.read()).toBe(65_536);
  rmSync(file);
  mkdirSync(file);
  expect(known.read()).toBe(65_536);
  expect(new AioMaxNr(file).read()).toBe(0);
});
