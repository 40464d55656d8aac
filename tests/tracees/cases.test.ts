import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../playground-server/run/engine.ts';
import { atMost } from './oracle/at-most.ts';
import { caseComplaints } from './oracle/case-complaints.ts';
import { caseTracee, readCases, type Case } from './oracle/case-manifest.ts';
import { fromStrace, fromTape, type Comparable } from './oracle/comparable.ts';
import { misplacedLines } from './oracle/misplaced-lines.ts';
import { notHostedTable } from './oracle/not-hosted-table.ts';
import { runNatively } from './oracle/run-natively.ts';
import { runOnEngine, testEngine, type Tape } from './oracle/run-on-engine.ts';
import { ownLineCalls } from './oracle/strace-command.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});
afterAll(() => engine.close(0));

const natively = atMost(2);
const cases = readCases();
const hosted = cases.filter(({ file }) => !(file in notHostedTable));

/** Runs a case in the playground; a host without loop mounts has no disk to offer. */
async function tapeOf(each: Case, skip: (why: string) => void): Promise<Tape> {
  const tracee = caseTracee(each);
  const unavailable = engine.unavailable({
    language: 'c',
    source: tracee.source,
    conditions: { scratch: tracee.scratch },
  });
  if (unavailable !== null) skip(unavailable);
  return runOnEngine(engine, tracee, 'all');
}

/**
 * Without what is up to chance. Whether a thread has to wait for another, as in pthread_join(3),
 * depends on which is faster; strace finds no way out of the call that makes a thread, whose description
 * ends before it, and outside it is clone3(2); and malloc(3) cuts a thread's arena out of a larger mapping, at one
 * end or at both, as its address happens to fall.
 */
const withoutChance = ({ threads, ...rest }: Comparable): Comparable => ({
  ...rest,
  threads: threads
    .map((calls) => calls.filter((call) => !/^(futex|clone) /.test(call)))
    .map((calls) => calls.filter((call, at) => !cutsAgain(call, calls[at - 1])))
    .filter(({ length }) => length > 0),
});

const cutsAgain = (call: string, before: string | undefined) =>
  call === 'munmap = 0' && call === before;

/** Magic numbers of ext4 and xfs, linux/magic.h; other file systems take any O_DIRECT request. */
const aligned: ReadonlySet<number> = new Set([0xef53, 0x58465342]);
const hasAlignmentRules = async (folder: string) => aligned.has((await statfs(folder)).type);

describe('the tape equals strace', () => {
  it.concurrent.for(hosted)('$file: $why', async (each, { skip }) => {
    const tape = await tapeOf(each, skip);
    expect(caseComplaints(each, tape)).toEqual([]);
    expect(misplacedLines(caseTracee(each).source, tape)).toEqual([]);
    if (caseTracee(each).scratch === 'disk' && !(await hasAlignmentRules(tmpdir()))) {
      skip(`${tmpdir()} is on no ext4 or xfs, so the bare host has nothing to compare with`);
    }
    const native = await natively(() =>
      runNatively({ ...caseTracee(each), strace: 'stacks' }, undefined, ownLineCalls('all')),
    );
    expect(withoutChance(fromTape(tape))).toEqual(withoutChance(fromStrace(native)));
  });
});

describe('the sandbox rules out', () => {
  it.for(Object.entries(notHostedTable))(
    '%s, and says so on the tape',
    async ([file, { complaint }], { skip }) => {
      const each = cases.find((one) => one.file === file);
      if (!each) throw new Error(`${file} is not in the manifest`);
      expect(caseComplaints(each, await tapeOf(each, skip))).toContain(complaint);
    },
  );
});
