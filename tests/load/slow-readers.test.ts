import { connect, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { metric } from '../../scripts/soak/footprint.ts';
import { readRun } from '../../scripts/soak/read-run.ts';
import { startServer } from '../../scripts/server-process.ts';
import { temporaryFolder } from '../tmp/temporary-folder.ts';

const slots = 2;
/**
 * A tape at its limit of 36 MiB is in memory three times at most: on its way from the thread, as
 * the answer that it becomes, and as what the collector has yet to free; the rest is for the heap.
 * Without the limit, two such tapes were seen to take 379 MiB.
 */
const boundMiB = slots * 3 * 36 + 90;

/** As much as one run may tell: ten thousand calls, each with 64 requests to be decoded. */
const flood = `#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void) {
  struct iocb requests[64] = {0}, *list[64];
  for (int i = 0; i < 64; i++) list[i] = &requests[i];
  aio_context_t ctx = 0;
  syscall(SYS_io_setup, 64, &ctx);
  for (int i = 0; i < 10000; i++) syscall(SYS_io_submit, ctx, 64L, list);
}
`;

function connectAndReadNothing(port: number): Socket {
  const body = JSON.stringify({ language: 'c', source: flood });
  const head = ['POST /api/v1/runs HTTP/1.1', 'host: localhost', 'content-type: application/json'];
  const socket = connect(port, '127.0.0.1').pause();
  socket.on('error', () => undefined);
  socket.write([...head, `content-length: ${body.length}`, '', body].join('\r\n'));
  return socket;
}

it('gives the slots of readers who read nothing to others, and holds a bounded amount for them', async () => {
  const workDir = temporaryFolder('work-dir');
  const server = await startServer({ RUNS_AT_ONCE: String(slots), WORK_DIR: workDir });
  try {
    const before = server.memory().nowMiB;
    const sockets = Array.from({ length: slots }, () => connectAndReadNothing(server.port));
    const ended = () => metric(server.port, 'live_man_runs_total');
    await expect.poll(ended, { timeout: 60_000, interval: 100 }).toBe(slots);
    // Their runs are over, and they have read nothing, yet they are still connected.
    expect(sockets.every(({ readyState }) => readyState === 'open')).toBe(true);
    expect(server.memory().peakMiB - before).toBeLessThan(boundMiB);
    const quick = { language: 'c', source: 'int main(void) { return 7; }' } as const;
    const next = await readRun(quick, {
      port: server.port,
      client: '192.0.2.1',
      leaves: 'stays',
    });
    expect(next).toMatchObject({ isWhole: true });
    for (const socket of sockets) socket.destroy();
  } finally {
    await server.stop();
  }
});
