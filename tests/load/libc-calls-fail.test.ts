import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { mountsBelow, sandboxedProcesses } from '../sandbox/host.ts';
import { temporaryFolder } from '../tmp/temporary-folder.ts';

interface Report {
  answers: { nth: number; said: string; next: string }[];
  troubles: string[];
}

const script = new URL('failing-libc.ts', import.meta.url).pathname;
const exited = '{"kind":"exited","status":0}';
const emfile = 24;
/** Some 190 calls are made from one run to the next; LIBC_FAULTS=all lets each of them fail in turn. */
const step = process.env['LIBC_FAULTS'] === 'all' ? 1 : 9;

it('answers with a sentence whichever call of the C library fails, keeps nothing, and serves the next', async () => {
  const workDir = temporaryFolder('work-dir');
  const args = [script, workDir, String(emfile), '1', String(step)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const { answers } = JSON.parse(stdout) as Report;
  const faults = answers.filter(({ said }) => said !== exited);
  expect(faults.length).toBeGreaterThan(1);
  for (const { said } of faults) {
    expect(said).toMatch(/^[A-Z].+\.$/);
    expect(said).not.toMatch(/\/tmp|\/home|playground-server|live-man-/);
  }
  expect(answers.filter(({ next }) => next !== exited)).toEqual([]);
  // The last of them made fewer calls than that.
  expect(answers.at(-1)?.said).toBe(exited);
  expect(sandboxedProcesses(workDir)).toEqual([]);
  expect(mountsBelow(workDir)).toEqual([]);
  expect(await readdir(workDir)).toEqual([]);
});
