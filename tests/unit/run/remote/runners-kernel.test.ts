import { expect, it } from 'vitest';
import { runnersKernel } from '../../../../playground-server/run/remote/runners-kernel.ts';
import { environment, limits } from '../../http/fake-engine.ts';

const facts = { slots: 1, inside: 0, languages: { c: { environment, limits } }, disk: null };

it('is missing, with the reason, before a runner has said anything', () => {
  expect(runnersKernel(null)).toMatchObject({
    state: 'missing',
    id: 'host',
    reason: 'No runner has been up yet.',
  });
});

it('is what a runner says it is, with the languages and disks that it has', () => {
  expect(runnersKernel(facts)).toMatchObject({
    state: 'available',
    release: environment.kernel,
    languages: ['c'],
    scratches: ['tmpfs'],
  });
  expect(runnersKernel({ ...facts, disk: 'ext4' })).toMatchObject({
    scratches: ['tmpfs', 'disk', 'disk-4k'],
  });
});
