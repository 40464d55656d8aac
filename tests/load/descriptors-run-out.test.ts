import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../tmp/temporary-folder.ts';
import { sandboxedProcesses } from '../sandbox/host.ts';

interface Report {
  /** how each run ended: its outcome, or what its fault said */
  answers: string[];
  /** likewise for the runs between them, when there were descriptors again */
  served: string[];
  /** what the descriptors of the server led to, before its engine was made and after it was closed */
  before: string[];
  after: string[];
  troubles: string[];
}

const script = new URL('short-of-descriptors.ts', import.meta.url).pathname;
const sentence =
  'The server has no file descriptor left. ' +
  'Nothing is wrong with the snippet: run it again in a moment.';

it('tells the reader when a run finds no descriptor left, leaks none, and serves the next run', async () => {
  const workDir = temporaryFolder('work-dir');
  const { stdout } = await promisify(execFile)(process.execPath, [script, workDir]);
  const report = JSON.parse(stdout) as Report;
  expect(report.answers).toContain(sentence);
  expect(report.answers.at(-1)).toBe('exited');
  expect(new Set(report.answers)).toEqual(new Set([sentence, 'exited']));
  expect(new Set(report.served)).toEqual(new Set(['exited']));
  expect(report.after).toEqual(report.before);
  expect(report.troubles.filter((trouble) => !trouble.includes('EMFILE'))).toEqual([]);
  expect(sandboxedProcesses(workDir)).toEqual([]);
});
