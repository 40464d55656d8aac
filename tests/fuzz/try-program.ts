import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Engine } from '../../playground-server/run/engine.ts';
import { fromStrace, fromTape } from '../tracees/oracle/comparable.ts';
import { runNatively, type Bounds, type NativeRun } from '../tracees/oracle/run-natively.ts';
import { runOnEngine, type Tape } from '../tracees/oracle/run-on-engine.ts';
import { misledLines } from '../tracees/oracle/misled-lines.ts';
import { readTracee, type Tracee } from '../tracees/oracle/tracee.ts';

/** The result of trying one program. */
export type Trial =
  /** the tape says what strace says */
  | { kind: 'equal'; calls: number }
  | { kind: 'different'; complaints: string[] }
  /** so was the program: another kernel than that of the bare host has given it other answers */
  | { kind: 'other-answers'; complaints: string[] }
  /** left to itself, the program does not do the same twice, or does not end */
  | { kind: 'undetermined' }
  /** a limit of the playground or its policy answered, as they do when a program needs that much */
  | { kind: 'not-hosted'; why: string }
  | { kind: 'not-compiled' };

/** How a program is watched on the bare host. */
export interface Watch {
  /** with stacks, strace reports lines as well, and takes ten times as long */
  strace: Tracee['strace'];
  /** A program that takes longer is assumed to hang. */
  wallTimeMs: number;
  /** whether the engine has another kernel than the bare host */
  isOtherKernel?: boolean;
}

/** Random programs end by themselves, however long a busy machine takes; mutants of cases may hang. */
export const hangAfterMs = { program: 60_000, mutant: 6000 };

/** The same on the bare host as in the playground: hostile programs run on both. */
const fileBytes = 2 ** 30;
/** Native runs that must agree among themselves before a difference counts. */
const nativeRuns = 3;

/**
 * Runs a program natively and on the engine, and compares. `placed` names calls whose line is wrong.
 * Throws when the engine faults.
 */
export async function tryProgram(
  engine: Engine,
  source: string,
  placed: (source: string, tape: Tape) => string[],
  { strace, wallTimeMs, isOtherKernel = false }: Watch,
): Promise<Trial> {
  const folder = await mkdtemp(join(tmpdir(), 'live-man-fuzz-'));
  try {
    const path = join(folder, 'program.c');
    await writeFile(path, source);
    const tracee = { ...readTracee(path), strace };
    return await compare({ engine, isOtherKernel }, tracee, placed, { wallTimeMs, fileBytes });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function compare(
  { engine, isOtherKernel }: { engine: Engine; isOtherKernel: boolean },
  tracee: Tracee,
  placed: (source: string, tape: Tape) => string[],
  bounds: Bounds,
): Promise<Trial> {
  const native = await runNatively(tracee, bounds).catch(() => null);
  if (native === null) return { kind: 'not-compiled' };
  if (isKilled(native)) return { kind: 'undetermined' };
  const tape = await runOnEngine(engine, tracee);
  const complaints = [...differences(native, tape), ...placed(tracee.source, tape)];
  if (complaints.length === 0) return { kind: 'equal', calls: tape.calls.length };
  for (let run = 1; run < nativeRuns; run++) {
    const again = await runNatively(tracee, bounds);
    if (!isDeepStrictEqual(fromStrace(again), fromStrace(native))) return { kind: 'undetermined' };
  }
  const why = notHosted(tape);
  if (why !== null) return { kind: 'not-hosted', why };
  // Programs print a sum of all that they were answered.
  const isAnswered = isOtherKernel && tape.stdout !== native.stdout;
  return { kind: isAnswered ? 'other-answers' : 'different', complaints };
}

/** Whether it was killed, because it hung. */
const isKilled = ({ outcome }: NativeRun): boolean =>
  outcome.kind === 'signalled' && outcome.signal === 'SIGKILL';

function notHosted({ calls, outcome }: Tape): string | null {
  if (outcome.kind === 'limit-exceeded') return outcome.limit;
  // With objects of gigabytes: gold links them in another order than ld does, out of reach.
  if (outcome.kind === 'not-compiled') return outcome.kind;
  const answered = calls.find(({ exit }) => exit !== null && exit.verdict !== 'kernel');
  return answered ? `${answered.entry.name}: ${answered.exit?.verdict}` : null;
}

/** Where a tape departs from strace: the first row that does, thread by thread, and the rest. */
export function differences(native: NativeRun, tape: Tape): string[] {
  const [wanted, told] = [fromStrace(native), fromTape(tape)];
  const threads = Math.max(wanted.threads.length, told.threads.length);
  const rows = Array.from({ length: threads }, (_, thread) => {
    const [calls, rows] = [wanted.threads[thread] ?? [], told.threads[thread] ?? []];
    const length = Math.max(calls.length, rows.length);
    const at = Array.from({ length }, (_, row) => row).find((row) => calls[row] !== rows[row]);
    if (at === undefined) return [];
    return [`thread ${thread + 1}, call ${at + 1}: strace has ${calls[at]}, the tape ${rows[at]}`];
  });
  return [
    ...rows.flat(),
    ...misledLines(native, tape),
    ...unlike('standard output', wanted.stdout, told.stdout),
    ...unlike('the outcome', wanted.outcome, told.outcome),
  ];
}

const unlike = (what: string, wanted: unknown, told: unknown): string[] =>
  isDeepStrictEqual(wanted, told)
    ? []
    : [`${what}: natively ${JSON.stringify(wanted)}, told ${JSON.stringify(told)}`];
