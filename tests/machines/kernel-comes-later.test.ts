import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { KernelSupply } from '../../playground-server/run/machines/kernel-supply.ts';
import { kernelsFolder } from '../../scripts/kept-kernels.ts';
import { temporaryFolder } from '../tmp/temporary-folder.ts';
import { usualKernel } from './tested-kernels.ts';
import { useMachines } from './use-machines.ts';

const machines = useMachines([usualKernel]);

it('offers a kernel that was missing once an operator has put it where it belongs', async () => {
  const { host } = machines.local();
  const folder = temporaryFolder('later');
  const path = join(folder, 'late', 'linux.uml');
  const store = { folder, mirror: 'http://127.0.0.1:1/debian' };
  const pauses = { firstMs: 20, longestMs: 100 };
  const supply = new KernelSupply(host!, store, pauses);
  onTestFinished(() => supply.close());
  const kernel = { id: 'late', from: { kind: 'file', path } } as const;
  const { promise, resolve } = Promise.withResolvers<void>();
  await supply.start([kernel], () => resolve());
  expect(supply.of(kernel)).toMatchObject({ kind: 'missing', lack: 'files' });
  cpSync(join(kernelsFolder, usualKernel), join(folder, 'late'), { recursive: true });
  await promise;
  expect(supply.of(kernel)).toMatchObject({
    kind: 'ready',
    release: expect.stringMatching(/^6\.1\./),
  });
});
