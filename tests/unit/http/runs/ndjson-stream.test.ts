import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ndjsonStream } from '../../../../playground-server/http/runs/ndjson-stream.ts';
import type { RunEvent } from '../../../../playground-server/protocol/index.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

async function* outputs(count: number): AsyncGenerator<RunEvent> {
  for (let seq = 0; seq < count; seq += 1) {
    yield { kind: 'output', seq, atNs: '0', stream: 'stdout', text: 'x'.repeat(65_536) };
  }
}

const listener = () => ({ cancelled: vi.fn(), stalled: vi.fn(), stallMs: 10_000 });

it('says when its reader has taken nothing for the time that is allowed', async () => {
  const told = listener();
  const reader = ndjsonStream(outputs(3), told).getReader();
  await reader.read();
  vi.advanceTimersByTime(9_999);
  expect(told.stalled).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(told.stalled).toHaveBeenCalledOnce();
});

it('is patient with a reader who waits, and with one who has read all', async () => {
  const told = listener();
  const reader = ndjsonStream(outputs(2), told).getReader();
  while (!(await reader.read()).done) vi.advanceTimersByTime(9_999);
  vi.advanceTimersByTime(100_000);
  expect(told.stalled).not.toHaveBeenCalled();
  expect(told.cancelled).not.toHaveBeenCalled();
});

it('lets the source end when its reader goes', async () => {
  const told = listener();
  let ended = false;
  async function* source() {
    yield* outputs(2);
    ended = true;
  }
  const reader = ndjsonStream(source(), told).getReader();
  await reader.read();
  await reader.cancel();
  expect(told.cancelled).toHaveBeenCalledOnce();
  expect(ended).toBe(true);
  vi.advanceTimersByTime(100_000);
  expect(told.stalled).not.toHaveBeenCalled();
});
