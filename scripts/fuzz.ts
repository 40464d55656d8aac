import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Engine } from '../playground-server/run/engine.ts';
import { generateProgram } from '../tests/fuzz/generate-program.ts';
import { mutateCase } from '../tests/fuzz/mutate-case.ts';
import { hangAfterMs, tryProgram, type Trial } from '../tests/fuzz/try-program.ts';
import { programComplaints } from '../tests/fuzz/program-complaints.ts';
import { openMachines } from '../tests/machines/open-machines.ts';
import { testEngine } from '../tests/tracees/oracle/run-on-engine.ts';

/**
 * npm run fuzz -- [--minutes N] [--seed S] [--mutants] [--kernel 6.12]: runs random C programs, or
 * mutants of the cases, natively under strace and on the engine, until the time is up; with a kernel,
 * on machines that are booted with it. Prints each program whose tape differs from strace, with its
 * seed; --seed S --minutes 0 runs that one again.
 */
const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string' },
    mutants: { type: 'boolean', default: false },
    kernel: { type: 'string' },
  },
});
const programsAtOnce = 4;
const progressEveryMs = 10_000;

const firstSeed = options.seed === undefined ? Date.now() % 2 ** 31 : Number(options.seed);
const endMs = performance.now() + Number(options.minutes) * 60_000;
const figures = {
  programs: 0,
  calls: 0,
  undetermined: 0,
  'not-hosted': 0,
  'not-compiled': 0,
  'other-answers': 0,
};
interface Opened {
  engine: Engine;
  close: () => Promise<void>;
}

let different = 0;
let seed = firstSeed;
const isOtherKernel = options.kernel !== undefined;

function count(seed: number, source: string, trial: Trial): void {
  figures.programs += 1;
  if (trial.kind === 'equal') figures.calls += trial.calls;
  else if (trial.kind === 'different') tell(seed, source, trial.complaints);
  else if (trial.kind === 'other-answers') tellOther(seed, trial.complaints);
  else figures[trial.kind] += 1;
}

function tell(seed: number, source: string, complaints: string[]): void {
  different += 1;
  console.log(`\nseed ${seed}:\n${complaints.join('\n')}\n\n${source}`);
}

/** Where the kernels first part. */
function tellOther(seed: number, [first = '']: string[]): void {
  figures['other-answers'] += 1;
  console.log(`seed ${seed}: ${first}`);
}

function progress(): void {
  const told = Object.entries(figures).map(([what, figure]) => `${figure} ${what}`);
  console.log(`${told.join(', ')}, ${different} different; at seed ${seed}`);
}

/** The engine of an own kernel, and what closes it. */
async function openKernel(id: string): Promise<Opened> {
  const workDir = await mkdtemp(join(tmpdir(), 'live-man-fuzz-'));
  await chmod(workDir, 0o711);
  const machines = await openMachines([id], workDir, (error) => console.error(error));
  await machines.got;
  const engine = machines.engines.get(id);
  const [facts] = engine?.kernelFacts() ?? [];
  if (!engine || facts?.state !== 'available') throw new Error(`there is no Linux ${id} to boot`);
  return {
    engine,
    async close() {
      await machines.close();
      await rm(workDir, { recursive: true, force: true });
    },
  };
}

async function openHost(): Promise<Opened> {
  const engine = await testEngine();
  return { engine, close: () => engine.close(1000) };
}

async function work(): Promise<void> {
  do {
    const mine = seed++;
    const source = options.mutants ? mutateCase(mine) : generateProgram(mine);
    const placed = options.mutants ? () => [] : programComplaints;
    const wallTimeMs = options.mutants ? hangAfterMs.mutant : hangAfterMs.program;
    const watch = { strace: 'stacks', wallTimeMs, isOtherKernel } as const;
    const trial = await tryProgram(engine, source, placed, watch).catch(
      (error: unknown): Trial => ({
        kind: 'different',
        complaints: [`the engine faulted: ${String(error)}`],
      }),
    );
    count(mine, source, trial);
  } while (performance.now() < endMs);
}

const { engine, close } =
  options.kernel === undefined ? await openHost() : await openKernel(options.kernel);
const timer = setInterval(progress, progressEveryMs);
const workers = Number(options.minutes) === 0 ? 1 : programsAtOnce;
await Promise.all(Array.from({ length: workers }, work));
clearInterval(timer);
await close();
console.log(`\nfrom seed ${firstSeed}:`);
progress();
if (different > 0) process.exitCode = 1;
