import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../playground-server/run/engine.ts';
import { atMost } from './oracle/at-most.ts';
import { fromStrace, fromTape } from './oracle/comparable.ts';
import { expectedTrace } from './oracle/expected-trace.ts';
import { misledLines } from './oracle/misled-lines.ts';
import { ownTracees } from './oracle/own-tracees.ts';
import { runNatively } from './oracle/run-natively.ts';
import { linesOf, runOnEngine, testEngine } from './oracle/run-on-engine.ts';
import { ownLineCalls } from './oracle/strace-command.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});
afterAll(() => engine.close(0));

const natively = atMost(2);

describe('the tape equals strace and what the tracee announces', () => {
  it.concurrent.for(ownTracees())('$file: $claim', async ({ tracee }) => {
    const expected = expectedTrace(tracee.source);
    const tape = await runOnEngine(engine, tracee);
    const told = fromTape(tape);
    expect(told.threads).toEqual(expected.threads.map((calls) => calls.map(({ text }) => text)));
    expect(tape.calls.map(({ entry }) => entry.call)).toEqual(tape.calls.map((_, at) => at + 1));
    expect(linesOf(tape.calls)).toEqual(
      expected.threads.map((calls) => calls.map(({ line }) => line)),
    );
    expect(tape.signals.map(({ name, line }) => ({ name, line }))).toEqual(expected.signals);
    expect(Object.values(tape.outcome).join(' ')).toBe(expected.ends);
    const announced = expected.threads.flat().map(({ text }) => text.split(' ')[0]!);
    const native = await natively(() =>
      runNatively(tracee, undefined, ownLineCalls('all').intersection(new Set(announced))),
    );
    const { threads, stdout, outcome } = fromStrace(native);
    expect(told).toEqual({
      threads: tracee.strace === 'none' ? told.threads : threads,
      stdout,
      outcome,
    });
    expect(misledLines(native, tape)).toEqual([]);
  });
});
