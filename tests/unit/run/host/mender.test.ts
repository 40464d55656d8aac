import { expect, it } from 'vitest';
import { createMender } from '../../../../playground-server/run/host/mender.ts';

/** A work directory whose next attempts to mend make, or fail with, what is listed. */
function directory(...attempts: (number | Error)[]) {
  const seen = { renewals: 0, troubles: [] as unknown[] };
  const host = {
    async mend() {
      const next = attempts.shift() ?? 0;
      if (next instanceof Error) throw next;
      return next;
    },
  };
  const sandboxes = [{ renew: async () => void (seen.renewals += 1) }];
  const mend = createMender(host, sandboxes, (error) => void seen.troubles.push(error));
  return { mend, seen, sandboxes };
}

it('leaves the sandboxes alone while nothing is missing', async () => {
  const { mend, seen } = directory(0, 0);
  await mend();
  await mend();
  expect(seen).toEqual({ renewals: 0, troubles: [] });
});

it('renews the sandboxes once for what was made again, and says so', async () => {
  const { mend, seen } = directory(3, 0);
  await mend();
  await mend();
  expect(seen.renewals).toBe(1);
  expect(seen.troubles.map(String)).toEqual([expect.stringContaining('3 files')]);
});

it('renews them after an attempt that made something and then failed', async () => {
  const { mend, seen } = directory(new Error('ENOSPC'), 0, 0);
  await expect(mend()).rejects.toThrow('ENOSPC');
  await mend();
  await mend();
  expect(seen.renewals).toBe(1);
});

it('renews them again where that failed', async () => {
  const { mend, seen, sandboxes } = directory(1, 0);
  const [first] = sandboxes;
  const renew = first!.renew;
  first!.renew = () => Promise.reject(new Error('EBUSY'));
  await expect(mend()).rejects.toThrow('EBUSY');
  first!.renew = renew;
  await mend();
  expect(seen.renewals).toBe(1);
});
