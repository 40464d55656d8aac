import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../playground-server/run/engine.ts';
import type { Tape } from '../../../playground-server/protocol/index.ts';
import { measureWatching } from '../../../playground-server/run/host/watching-cost.ts';
import { temporaryFolder } from '../../tmp/temporary-folder.ts';
import { runOnEngine, testEngine } from '../oracle/run-on-engine.ts';
import { readTracee } from '../oracle/tracee.ts';

const run = promisify(execFile);
const path = (name: string) => join(import.meta.dirname, name);

/** How often each is tried; somebody who changes the tracer tries 30. */
const times = Number(process.env['BARE_TIMES'] ?? 1);

const modes: readonly [mode: string, claim: string, tapes: readonly Tape[]][] = [
  ['process', 'signals to the process that it ignores end no wait', ['aio', 'all']],
  ['thread', 'nor do those to a thread, from another one', ['aio', 'files']],
  ['handled', 'a signal that is handled ends a wait', ['aio']],
  ['restarted', 'SA_RESTART goes on with those waits that it is for', ['none']],
  ['stopped', 'SIGSTOP and SIGCONT end the waits that they end', ['aio']],
];

let engine: Engine;
let native: string;
beforeAll(async () => {
  engine = await testEngine();
  native = join(temporaryFolder('bare'), 'waits');
  await run('gcc', ['-std=gnu17', '-D_GNU_SOURCE=', '-w', '-o', native, path('waits.c')]);
});
afterAll(() => engine.close(0));

describe('a program that waits prints what it prints without a tracer', () => {
  const rounds = Array.from({ length: times }, (_, round) => round + 1);
  const cases = modes.flatMap(([mode, claim, tapes]) =>
    tapes.flatMap((tape) => rounds.map((round) => ({ mode, claim, tape, round }))),
  );
  it.concurrent.for(cases)('$claim, tape $tape, round $round', async ({ mode, tape }) => {
    const tracee = readTracee(path('waits.c'));
    const [bare, watched] = await Promise.all([
      run(native, [mode]),
      runOnEngine(engine, tracee, tape, [mode]),
    ]);
    expect(watched.stdout).toBe(bare.stdout);
    expect(watched.stdout.split('\n').length).toBeGreaterThan(20);
    expect(watched.calls.filter(({ exit }) => exit?.verdict === 'watched')).toEqual([]);
  });
});

it('a call that cannot be made again is marked as watched', async () => {
  const tracee = readTracee(path('cannot-be-made-again.c'));
  const { calls, outcome } = await runOnEngine(engine, tracee, 'files');
  expect(outcome).toEqual({ kind: 'exited', status: 0 });
  const marked = calls.filter(({ exit }) => exit?.verdict === 'watched');
  expect(marked.map(({ exit }) => [exit?.name, exit?.errno?.name ?? null])).toEqual([
    ['recvfrom', 'EINTR'],
    ['write', null],
    ['io_submit', null],
  ]);
  expect(readFileSync(tracee.path, 'utf8').split('\n')[marked[0]!.entry.line! - 1]).toContain(
    'recv(',
  );
});

it('what watching costs is what the same call takes with and without a tracer', async () => {
  const { bareNs, toldNs, lastedNs } = await measureWatching((request) => {
    const admission = engine.admit('127.0.0.1');
    if ('rejected' in admission) throw new Error(admission.rejected);
    return engine.run(request, admission, new AbortController().signal);
  });
  expect(bareNs).toBeGreaterThan(0);
  expect(toldNs).toBeGreaterThan(bareNs);
  expect(lastedNs).toBeGreaterThan(toldNs);
});
