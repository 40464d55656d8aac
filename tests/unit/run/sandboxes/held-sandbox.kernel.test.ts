import { expect, it } from 'vitest';
import type { Host } from '../../../../playground-server/run/host/host.ts';
import { programLimits } from '../../../../playground-server/run/limits.ts';
import {
  freeSandbox,
  holdSandbox,
  type HeldSandbox,
  type SandboxParts,
} from '../../../../playground-server/run/sandboxes/held-sandbox.ts';
import { Leases } from '../../../../playground-server/run/sandboxes/leases.ts';

const demands = { language: 'c', kernel: 'host', scratch: 'disk', tape: 'aio' } as const;

/** Parts from which no sandbox can be launched, with everything that one would occupy. */
function brokenParts() {
  const given: string[] = [];
  const leases = new Leases([null]);
  const give = (what: string) => async () => void given.push(what);
  const host = {
    disks: { make: async () => ({ source: '/disk', remove: give('disk') }) },
    cgroups: { create: () => ({ giveBack: give('control group') }) },
  } as unknown as Host;
  const plan = () => {
    throw new Error('bwrap is not there');
  };
  const runtime = { limits: programLimits({ slots: 1, aioMaxNr: 65536, hasGroups: true }), plan };
  const parts = { host, leases, runtimes: { c: runtime } } as unknown as SandboxParts;
  return { parts, host, leases, given };
}

it('gives back all that a sandbox had that could not be launched', async () => {
  const { parts, leases, given } = brokenParts();
  await expect(holdSandbox(parts, demands)).rejects.toThrow('bwrap is not there');
  expect(given.sort()).toEqual(['control group', 'disk']);
  expect(leases.out).toBe(0);
});

it('never gives memory in the place of a disk', async () => {
  const { parts, host, leases } = brokenParts();
  Object.assign(host, { disks: null, diskDetail: 'mkfs.ext4 is missing' });
  await expect(holdSandbox(parts, demands)).rejects.toThrow('mkfs.ext4 is missing');
  expect(leases.out).toBe(0);
});

it('gives the ids back when all its processes are gone, even where its disk cannot be removed', async () => {
  const { parts, leases } = brokenParts();
  const { promise: gone, resolve: die } = Promise.withResolvers<void>();
  const did: string[] = [];
  const held = {
    lease: await leases.acquire(),
    sandbox: { kill: () => did.push('kill'), gone, close: () => did.push('close') },
    disk: { source: '/disk', remove: () => Promise.reject(new Error('target is busy')) },
    cgroup: null,
  } as unknown as HeldSandbox;
  const freed = freeSandbox(parts, held);
  expect([did, leases.out]).toEqual([['kill'], 1]);
  die();
  await expect(freed).rejects.toThrow('target is busy');
  expect([did, leases.out]).toEqual([['kill', 'close'], 0]);
});
