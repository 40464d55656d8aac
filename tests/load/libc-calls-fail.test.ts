import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { aioNr, controlGroups, mountsBelow, sandboxedProcesses } from '../sandbox/host.ts';
import { temporaryFolder } from '../tmp/temporary-folder.ts';
import type { FaultAnswer, FaultReport } from './fault-points.ts';

const script = new URL('failing-libc.ts', import.meta.url).pathname;
const exited = '{"kind":"exited","status":0}';

/**
 * LIBC_FAULTS=all makes each call fail in turn. Otherwise a seed chooses some of them: always the
 * same ones, so that a failure comes from the change; LIBC_FAULTS_SEED chooses others.
 */
const how = process.env['LIBC_FAULTS'] === 'all' ? 'all' : 'some';
const seed = Number(process.env['LIBC_FAULTS_SEED'] ?? 1);
const hourMs = 60 * 60_000;

async function letCallsFail(workDir: string, signal: AbortSignal): Promise<FaultReport> {
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  const child = spawn(process.execPath, [script, workDir, String(seed), how], {
    stdio: [...stdio],
    signal,
    killSignal: 'SIGKILL',
  });
  return JSON.parse(await text(child.stdout)) as FaultReport;
}

const isTold = ({ said }: FaultAnswer): boolean =>
  said === exited ||
  (/^[A-Z][^/]+: run it again in a moment\.$/.test(said) && !said.includes('live-man'));

it(
  `answers with a sentence whichever call of the C library fails, keeps nothing, and serves the next (seed ${seed})`,
  { timeout: how === 'all' ? 4 * hourMs : hourMs / 6 },
  async ({ signal }) => {
    const workDir = temporaryFolder('work-dir');
    const aioNrBefore = aioNr();
    const { pid, answers, before, after } = await letCallsFail(workDir, signal);
    const reached = answers.filter(({ isReached }) => isReached);
    expect(reached.length).toBeGreaterThan(answers.length / 2);
    expect(answers.some(({ said }) => said !== exited)).toBe(true);
    expect(answers.filter((answer) => !isTold(answer))).toEqual([]);
    // A fault without a line in the log is one that nobody can mend.
    expect(
      answers.filter(({ said, troubles }) => !said.startsWith('{') && !troubles.length),
    ).toEqual([]);
    expect(answers.filter(({ next }) => next !== exited)).toEqual([]);
    expect(after).toEqual(before);
    expect(sandboxedProcesses(workDir)).toEqual([]);
    expect(mountsBelow(workDir)).toEqual([]);
    expect(controlGroups(pid)).toEqual([]);
    expect(await readdir(workDir)).toEqual([]);
    await expect.poll(aioNr).toBeLessThanOrEqual(aioNrBefore);
  },
);
