import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { beforeEach, expect, it } from 'vitest';
import type { RunEvent } from '../../playground-server/protocol/index.ts';
import { startServer } from '../../scripts/server-process.ts';
import { readRun, type ReadRun } from '../../scripts/soak/read-run.ts';
import { temporaryFolder } from '../tmp/temporary-folder.ts';
import { sandboxedProcesses } from '../sandbox/host.ts';

let workDir = '';
beforeEach(async () => {
  workDir = temporaryFolder('work-dir');
});

const endless = '#include <unistd.h>\nint main(void) { write(1, "on", 2); for (;;) pause(); }\n';
const quick = '#include <stdio.h>\nint main(void) { puts("done"); }\n';

const last = (run: ReadRun): RunEvent | undefined =>
  run.kind === 'read' && run.isWhole ? run.events.at(-1) : undefined;

it('ends with a sentence and status 1 if its port is taken, and leaves nothing', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const env = { ...process.env, PORT: String(port), WORK_DIR: workDir, LOG_LEVEL: 'silent' };
  const started = promisify(execFile)(process.execPath, ['playground-server/main.ts'], { env });
  await expect(started).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`Port ${port} on 127.0.0.1 is taken. Stop what listens there`),
  });
  expect(await readdir(workDir)).toEqual([]);
  taken.close();
});

it('after SIGTERM under load, completes every answer within the grace time and ends with status 0', async () => {
  const variables = { SHUTDOWN_GRACE_MS: '1000', RUNS_AT_ONCE: '2', WORK_DIR: workDir };
  const server = await startServer(variables);
  const send = (source: string, heard: (event: RunEvent) => void) =>
    readRun(
      { language: 'c', source },
      { port: server.port, client: '192.0.2.1', leaves: 'stays', heard },
    );
  const started = Promise.withResolvers<void>();
  const runs = [send(endless, ({ kind }) => void (kind === 'output' && started.resolve()))];
  await started.promise;
  // One beside it, and four that wait.
  const waiting = Array.from({ length: 5 }, () => Promise.withResolvers<void>());
  runs.push(...waiting.map(({ resolve }) => send(quick, () => resolve())));
  await Promise.all(waiting.map(({ promise }) => promise));
  const exitStatus = server.stop();
  const [cancelled, ...others] = await Promise.all(runs);
  expect(last(cancelled!)).toMatchObject({ kind: 'finished', outcome: { kind: 'cancelled' } });
  for (const run of others) {
    expect(last(run)).toMatchObject({
      kind: 'finished',
      outcome: { kind: expect.stringMatching(/^(exited|cancelled)$/) },
    });
  }
  expect(await exitStatus).toBe(0);
  await expect(send(quick, () => undefined)).rejects.toThrow('ECONNREFUSED');
  expect(sandboxedProcesses(workDir)).toEqual([]);
  expect(await readdir(workDir)).toEqual([]);
});
