import { connect, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { metric } from '../../scripts/soak/footprint.ts';
import { readRun } from '../../scripts/soak/read-run.ts';
import { startServer } from '../../scripts/server-process.ts';
import { temporaryFolder } from '../tmp/temporary-folder.ts';

const slots = 2;
/** The engine holds a tape of 24 Mi characters as objects, which takes some 60 MiB; the rest is the heap's. */
const boundMiB = slots * 60 + 60;

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
  const head = ['POST /api/v1/runs HTTP/1.1', 'host: x', 'content-type: application/json'];
  const socket = connect(port, '127.0.0.1').pause();
  socket.on('error', () => undefined);
  socket.write([...head, `content-length: ${body.length}`, '', body].join('\r\n'));
  return socket;
}

/** The server waits ten seconds for its readers; a machine that is busy with others is slow to start. */
const timeout = 240_000;

it(
  'holds a bounded amount for readers who read nothing, and gives their slots to others',
  { timeout },
  async () => {
    const workDir = temporaryFolder('work-dir');
    const server = await startServer({ RUNS_AT_ONCE: String(slots), WORK_DIR: workDir });
    try {
      const before = server.memory().nowMiB;
      const sockets = Array.from({ length: slots }, () => connectAndReadNothing(server.port));
      // They are disconnected for not reading, which ends their runs.
      const ended = () => metric(server.port, 'live_man_runs_total');
      await expect.poll(ended, { timeout: timeout / 2, interval: 500 }).toBe(slots);
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
  },
);
