import { describe, expect, it } from 'vitest';
import { Readiness } from '../../../../playground-server/http/operation/readiness.ts';
import type { PreflightCheck } from '../../../../playground-server/run/engine.ts';

const namespaces: PreflightCheck = {
  name: 'user namespaces',
  need: 'required',
  ok: false,
  detail: 'bwrap may not create one.',
  remedy: 'Allow it.',
};
const diskFull = new Error('ENOSPC: no space left on device, mkdir /srv/work/live-man-1');

/** A readiness with a clock of its own, whose preflight finds or throws what is set. */
function examined(found: PreflightCheck[] | Error) {
  const host = { found, nowMs: 0, preflights: 0, troubles: [] as unknown[] };
  const engine = {
    async preflight() {
      host.preflights += 1;
      if (host.found instanceof Error) throw host.found;
      return host.found;
    },
  };
  const times = { freshMs: 10_000, pauseMs: 1000, longestPauseMs: 4000 };
  const trouble = (error: unknown) => void host.troubles.push(error);
  const readiness = new Readiness(engine, trouble, times, () => host.nowMs);
  return { host, readiness };
}

it('is examined once in ten seconds, and comes back when the host is repaired', async () => {
  const { host, readiness } = examined([namespaces]);
  expect(await readiness.lacking()).toEqual([namespaces]);
  host.found = [];
  host.nowMs = 9_999;
  expect(await readiness.lacking()).toEqual([namespaces]);
  expect(host.preflights).toBe(1);
  host.nowMs = 10_000;
  expect(await readiness.lacking()).toEqual([]);
  host.nowMs = 1_000_000;
  expect(await readiness.lacking()).toEqual([]);
  expect(host.preflights).toBe(2);
});

it('is examined once for all who ask at the same time, however long that takes', async () => {
  const { host, readiness } = examined([]);
  const first = readiness.report();
  host.nowMs = 60_000;
  expect(readiness.report()).toBe(first);
  expect((await first).ready).toBe(true);
});

describe('a preflight that breaks off', () => {
  it('keeps no run out of a host that was ready, then or later', async () => {
    const { host, readiness } = examined([]);
    await readiness.report();
    host.found = diskFull;
    host.nowMs = 20_000;
    expect((await readiness.report()).ready).toBe(false);
    expect(await readiness.lacking()).toEqual([]);
    host.nowMs = 3_600_000;
    expect(await readiness.lacking()).toEqual([]);
  });

  it('keeps no run out of a host that was never examined', async () => {
    const { readiness } = examined(diskFull);
    expect(await readiness.lacking()).toEqual([]);
  });

  it('does not let an old report refuse a run either', async () => {
    const { host, readiness } = examined([namespaces]);
    await readiness.report();
    host.found = diskFull;
    host.nowMs = 10_000;
    expect(await readiness.lacking()).toEqual([]);
  });

  it('is told to the log, and to a probe without the paths of the server', async () => {
    const { host, readiness } = examined(diskFull);
    const report = await readiness.report();
    expect(report).toMatchObject({ ready: false, checks: [{ name: 'preflight', ok: false }] });
    expect(JSON.stringify(report)).not.toContain('/srv');
    expect(host.troubles).toEqual([diskFull]);
  });

  it('is tried again after a pause that doubles up to a bound, and starts over once it succeeds', async () => {
    const { host, readiness } = examined(diskFull);
    const preflightsAt = async (...seconds: number[]) => {
      const counts: number[] = [];
      for (const second of seconds) {
        host.nowMs = second * 1000;
        await readiness.report();
        counts.push(host.preflights);
      }
      return counts;
    };
    expect(await preflightsAt(0, 0.9, 1, 2.9, 3, 6.9, 7, 10.9, 11)).toEqual([
      1, 1, 2, 2, 3, 3, 4, 4, 5,
    ]);
    host.found = [];
    expect(await preflightsAt(15, 24.9)).toEqual([6, 6]);
    host.found = diskFull;
    expect(await preflightsAt(25, 25.9, 26)).toEqual([7, 7, 8]);
  });
});

it('is not ready once the server is ending, and leaves it to the queue to refuse runs', async () => {
  const { host, readiness } = examined([]);
  expect(await readiness.report()).toMatchObject({ ready: true });
  readiness.end();
  expect(await readiness.report()).toMatchObject({ ready: false, checks: [{ name: 'shutdown' }] });
  expect(await readiness.lacking()).toEqual([]);
  expect(host.preflights).toBe(1);
});

it('does not refuse runs for what a server that is ending lacked', async () => {
  const { readiness } = examined([namespaces]);
  expect(await readiness.lacking()).toEqual([namespaces]);
  readiness.end();
  expect(await readiness.lacking()).toEqual([]);
});
