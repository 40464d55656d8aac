import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sourceFiles } from '../../scripts/source-files.mjs';
import { useSandboxes } from '../sandbox/harness.ts';

const { engine, runC } = useSandboxes();

const dayMs = 86_400_000;

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

it.each([-1, 1])('ends a run as usual when the time of day jumps by %i day', async (days) => {
  const source = `int main(void) { syscall(SYS_io_destroy, ${days}L); usleep(100000); return 7; }`;
  const jump = () => void vi.setSystemTime(Date.now() + days * dayMs);
  const first = await runC(source, { onEvent: jump });
  const second = await runC(source);
  for (const run of [first, second]) {
    expect(run).toMatchObject({ fault: null, outcome: { kind: 'exited', status: 7 } });
    expect(Number(run.calls[0]?.elapsedNs)).toBeLessThan(1e9);
  }
  // Programs are kept for an hour by the clock that does not jump.
  expect(second.events).toContainEqual(expect.objectContaining({ kind: 'compiled', cached: true }));
  await expect.poll(() => engine().occupancy().running).toBe(0);
});

it('reads the time of day in no stage of a run', () => {
  const stages = /^playground-server\/(snippet|compile|sandbox|tracer|decode|run|linux)\//;
  const asking = sourceFiles(['playground-server'])
    .filter(({ path, text }) => stages.test(path) && /\bDate\.now\(|\bnew Date\(\)/.test(text))
    .map(({ path }) => path);
  expect(asking).toEqual([]);
});
