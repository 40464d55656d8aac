import type { Limits } from '../../protocol/index.ts';
import { machineLimits as ofMachine } from '../../sandbox/plan-machine.ts';

/** fs.aio-max-nr of a machine until its program sets it, whose own it is: fs/aio.c. */
export const aioMaxNr = 65_536;

/** A machine is slower than the host, by a half to ten times. */
const leastWallTimeMs = 10_000;

/** What a run may use on a machine, given what it may use on this host. */
export function machineLimits({ addressSpaceBytes: _, ...host }: Limits): Limits {
  const wallTimeMs = Math.max(host.wallTimeMs, leastWallTimeMs);
  return {
    ...host,
    wallTimeMs,
    // It has its processor to itself: a busy loop would take all of it.
    cpuTimeMs: wallTimeMs / 2,
    diskBytes: ofMachine.diskBytes,
    memoryBytes: ofMachine.memoryMiB * 1024 * 1024,
    aioEvents: aioMaxNr,
  };
}
