import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { captureOf } from '../../../../playground-server/decode/capture/capture-of.ts';
import { x86_64 } from '../../../../playground-server/decode/abi/x86-64.ts';
import type { Take } from '../../../../playground-server/decode/capture/capture-plan.ts';
import { shownCalls } from '../../../../playground-server/decode/families/shown-calls.ts';
import { syscallNumber } from '../../../../playground-server/decode/syscall-name.ts';
import { protocolVersion, renderJob } from '../../../../playground-server/run/machines/job.ts';
import { temporaryFolder } from '../../../tmp/temporary-folder.ts';

const agentFolder = join(import.meta.dirname, '../../../../playground-server/agent');

/** What a C program finds in a job that was compiled with the agent's header. */
function readByAgent(job: Uint8Array): string[] {
  const program = join(temporaryFolder('print-job'), 'print-job');
  const source = join(import.meta.dirname, 'print-job.c');
  execFileSync('gcc', ['-w', '-I', agentFolder, '-o', program, source]);
  return execFileSync(program, { input: job }).toString().trimEnd().split('\n');
}

const takeCount = (takes: readonly Take[]): number =>
  takes.reduce((count, { each = [] }) => count + 1 + takeCount(each), 0);

it('has the layout that the agent reads, for every call that is shown', () => {
  const names = shownCalls.flatMap(({ calls }) => calls);
  const calls = names.map((name) => ({ name, nr: syscallNumber(name) ?? 0, refusal: 38 }));
  const filter = Buffer.from('0600000000000000060000000000ff7f', 'hex');
  const limit = { resource: 7, soft: 256, hard: 2 ** 40 };
  const program = Buffer.from('the program');
  const job = {
    program,
    hasDisk: true,
    user: 65_534,
    mostThreads: 24,
    limits: [limit],
    calls,
    filter,
  };
  const lines = readByAgent(renderJob(job).bytes);
  expect(lines.slice(0, 2)).toEqual([
    `live-man ${protocolVersion} disk 1 threads 24 user 65534`,
    `limit 7 256 ${2 ** 40}`,
  ]);
  const plans = calls.map(({ name, nr }) => {
    const { entry, exit } = captureOf(name, x86_64);
    return `plan ${nr} refusal 38 entry ${entry.length} exit ${exit.length}`;
  });
  expect(lines.filter((line) => line.startsWith('plan'))).toEqual(plans);
  const takes = names.flatMap((name) => Object.values(captureOf(name, x86_64))).map(takeCount);
  const stack = 1;
  expect(lines.filter((line) => line.startsWith('take'))).toHaveLength(
    takes.reduce((all, count) => all + count, stack),
  );
  expect(lines).toContain(
    'take from 2 type 0 at 0 bytes 1 count 16384 of -1 when 0 of 0 note 0 each 0',
  );
  expect(lines.slice(-3)).toEqual(['filter 6 0', `filter 6 2147418112`, 'program the program']);
});
