import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../playground-server/run/engine.ts';
import { attemptComplaints, linesOf, unlike } from './attempt-complaints.ts';
import { readAttempts } from './attempt.ts';
import { collectRun, startEngine } from './collect-run.ts';
import { temporaryFolder } from '../tmp/temporary-folder.ts';
import {
  aioNr,
  controlGroups,
  hasWhat,
  loopDevicesOf,
  mountsBelow,
  sandboxedProcesses,
} from './host.ts';
import { runOutside } from './run-outside.ts';

const attempts = readAttempts();
const aioBefore = aioNr();
const troubles: unknown[] = [];
let workDir: string;
let engine: Engine;
let closed: Promise<void> | null = null;

/** By the last test, or after the one attempt that was asked for. */
const close = (): Promise<void> => (closed ??= engine.close(0));

beforeAll(async () => {
  workDir = temporaryFolder('work-dir');
  // All at once, a slow machine needs more than a server's five seconds until a bomb meets its limit.
  engine = await startEngine(workDir, troubles, { wallTimeMs: 10_000 });
});
afterAll(close);

describe('one server withstands them all', () => {
  for (const attempt of attempts) {
    it.concurrent(`${attempt.file}: ${attempt.tries}`, async ({ skip }) => {
      const lack = attempt.told.needs.find((need) => !hasWhat(need));
      if (lack !== undefined) skip(`this server has no ${lack}`);
      for (let run = 0; run < Number(attempt.told.runs[0] ?? 1); run++) {
        const seen = await collectRun(engine, attempt.source, { language: attempt.language });
        expect(attemptComplaints(attempt, seen).join('\n')).toBe('');
      }
    });
  }
});

describe('it is a real attempt, for outside of the sandbox it succeeds', () => {
  const real = attempts.filter(({ told }) => told.outside.length > 0);
  it.concurrent.for(real)('$file', async ({ source, told }, { skip }) => {
    const printed = linesOf(await runOutside(source));
    if (unlike('inside', told.prints, printed).length === 0) skip('this host refuses it to all');
    expect(unlike('outside it printed', told.outside, printed)).toEqual([]);
  });
});

describe('when all is over', () => {
  it('a harmless program runs as if nothing had happened', async () => {
    const { stdout, calls } = await collectRun(
      engine,
      `#include <stdio.h>
      #include <sys/syscall.h>
      #include <unistd.h>
      int main(void) { puts("well"); syscall(SYS_io_destroy, 0L); }`,
    );
    expect(stdout).toBe('well\n');
    expect(calls).toMatchObject([{ name: 'io_destroy', line: 4, errno: { name: 'EINVAL' } }]);
  });

  it('nothing of them is left on the host', async () => {
    await close();
    expect(sandboxedProcesses(workDir)).toEqual([]);
    expect(mountsBelow(workDir)).toEqual([]);
    expect(loopDevicesOf(workDir)).toEqual([]);
    expect(controlGroups()).toEqual([]);
    expect(await readdir(workDir)).toEqual([]);
    expect(troubles).toEqual([]);
    await expect.poll(aioNr, { timeout: 10_000 }).toBeLessThanOrEqual(aioBefore);
  });
});
