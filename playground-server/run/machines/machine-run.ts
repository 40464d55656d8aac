import assert from 'node:assert/strict';
import type { Asker } from '../../compile/compiler.ts';
import type { Program } from '../../compile/program.ts';
import { programCallSites } from '../../decode/lines/call-sites.ts';
import { programText } from '../../decode/lines/program-text.ts';
import { forEachTape, shownOn, type ShownCalls } from '../../decode/families/shown-calls.ts';
import { syscallNumber } from '../../decode/syscall-name.ts';
import { resources } from '../../linux/resource-limit.ts';
import {
  demandsOf,
  usualUser,
  type Limits,
  type RunRequest,
  type Tape,
  type User,
} from '../../protocol/index.ts';
import { AnswerRules } from '../../tracer/answers/answer-rules.ts';
import { isWait } from '../../tracer/wait-again.ts';
import { askedAnswers, type AskedAnswers } from '../asked-answers.ts';
import type { PreparedRun } from '../compile-and-execute.ts';
import type { Execution } from '../execution/execution.ts';
import { tapeLength } from '../limits.ts';
import { giveWay } from '../sandboxes/held-sandbox.ts';
import type { ReadySandboxes } from '../sandboxes/ready-sandboxes.ts';
import { TraceEncoder } from '../tracing/encode-trace-event.ts';
import { Libraries } from '../tracing/libraries.ts';
import { RunTape } from '../tracing/run-tape.ts';
import { TapeBounds } from '../tracing/tape-bounds.ts';
import {
  untoldBytes,
  UntoldCounter,
  untoldEvent,
  type UntoldPlace,
} from '../tracing/untold-calls.ts';
import { renderGuestFilter, watched } from './guest-filter.ts';
import { programSteps, type GuestProgram } from './guest-steps.ts';
import { GuestTracing } from './guest-tracing.ts';
import { renderJob, type PlannedCall } from './job.ts';
import { freeMachine, type Machine } from './machine.ts';
import { MachineExecution } from './machine-execution.ts';
import type { BootableKernel } from './kernel-supply.ts';
import { workDirectory } from './machine-scratch.ts';

/** Each library is read only once in the life of the server. */
const libraries = new Libraries();

const filters = forEachTape(renderGuestFilter);

/** The calls of each tape that are shown in one way. */
const shownAs = (way: ShownCalls['shown']) =>
  forEachTape(
    (tape): ReadonlySet<string> =>
      new Set(shownOn(tape).flatMap(({ calls, shown }) => (shown === way ? calls : []))),
  );

const ownLineOnly = shownAs('own-line');
const followed = shownAs('never');

/** `nobody` is what Linux calls 65534, too: Documentation/admin-guide/sysctl/fs.rst. */
const userIds: Record<User, number> = { root: 0, nobody: 65_534 };

/** Gives a run a machine of its own. */
export async function prepareMachine(
  kernel: BootableKernel,
  ready: ReadySandboxes<Machine>,
  limits: Limits,
  request: RunRequest,
  { isHeavy }: Pick<Asker, 'isHeavy'>,
  troubled: (error: unknown) => void,
): Promise<PreparedRun> {
  const machine = await ready.take(isHeavy);
  let execution: Execution | null = null;
  return {
    execute(program, isHeavy) {
      if (isHeavy) giveWay(machine);
      execution = createExecution(kernel, machine, limits, request, program, troubled);
      return execution;
    },
    dispose() {
      if (execution === null) return ready.giveBack(machine);
      freeMachine(kernel.parts, machine).catch(troubled);
      ready.refill();
    },
  };
}

function createExecution(
  kernel: BootableKernel,
  machine: Machine,
  limits: Limits,
  request: RunRequest,
  program: Program,
  troubled: (error: unknown) => void,
): Execution {
  assert(program.kind === 'elf', 'only an executable can be executed');
  const { image, regions } = program;
  const asked = askedAnswers(request);
  const { host, emptyDisk } = kernel.parts;
  const { scratch, tape } = demandsOf(request);
  const work = workDirectory(scratch, kernel);
  assert(typeof work !== 'string', 'what cannot be had is refused at the door');
  const steps = programSteps({ ...guestOf(image, limits, request), filter: filters[tape], work });
  const { bytes, books } = renderJob({
    steps,
    calls: plannedCalls(tape, asked),
    namesFiles: tape === 'files' || tape === 'all',
  });
  const text = programText(image, regions);
  const counted = new SharedArrayBuffer(untoldBytes);
  const places: UntoldPlace[] = [];
  const runTape = new RunTape({
    encoder: new TraceEncoder(programCallSites(text, libraries.below(host.programRoot))),
    bounds: new TapeBounds(limits.tapeCalls, tapeLength),
    untold: new UntoldCounter(counted, (place) => places.push(place)),
    isTold: tape !== 'none',
  });
  return new MachineExecution({
    machine,
    job: bytes,
    disk: work.kind === 'memory' ? null : emptyDisk,
    wallTimeMs: limits.wallTimeMs,
    outputBytes: limits.outputBytes,
    tracing: new GuestTracing({
      ownLineOnly: ownLineOnly[tape],
      followed: followed[tape],
      ...asked,
      isReaders: (entry) => runTape.isReaders(entry),
      mostThreads: limits.processes,
      cpuSeconds: cpuSecondsOf(limits),
      fileBytes: limits.fileBytes,
    }),
    books,
    tape: runTape,
    untold: () => untoldEvent(counted, places),
    troubled,
  });
}

/** The calls at which the agent stops a program, and what it does about each. */
function plannedCalls(tape: Tape, { refusals, answers }: AskedAnswers): PlannedCall[] {
  const rules = new AnswerRules(refusals, answers);
  const shown = new Set(shownOn(tape).flatMap(({ calls }) => calls));
  const look = new Map(
    watched.flatMap(({ calls, addsFilter }) => calls.map((name) => [name, addsFilter] as const)),
  );
  const named = [...shown.union(look)].map((name) => ({
    name,
    isTold: shown.has(name),
    isFollowed: followed[tape].has(name),
    movesCode: look.has(name),
    addsFilter: look.get(name) ?? false,
  }));
  return named.flatMap((call) => {
    const nr = syscallNumber(call.name);
    const asks = rules.concern(call.name);
    const isQuiet = call.name === 'io_submit';
    return nr === null ? [] : [{ ...call, nr, asks, isWait: isWait(call.name), isQuiet }];
  });
}

const cpuSecondsOf = ({ cpuTimeMs }: Limits): number => Math.ceil(cpuTimeMs / 1000);

function guestOf(
  program: Uint8Array,
  limits: Limits,
  { conditions, stdin, arguments: words = [] }: RunRequest,
): Omit<GuestProgram, 'work' | 'filter'> {
  const addressSpaceMiB = conditions?.addressSpaceMiB;
  const cpuSeconds = cpuSecondsOf(limits);
  return {
    program,
    arguments: words,
    stdin: stdin ?? null,
    user: userIds[conditions?.user ?? usualUser],
    limits: [
      // A second after SIGXCPU comes SIGKILL: setrlimit(2).
      { resource: resources.cpuSeconds, soft: cpuSeconds, hard: cpuSeconds + 1 },
      fixed('openFiles', limits.openFiles),
      fixed('fileBytes', limits.fileBytes),
      fixed('lockedBytes', 1024 * 1024),
      fixed('coreBytes', 1),
      ...(addressSpaceMiB === undefined
        ? []
        : [fixed('addressSpaceBytes', addressSpaceMiB * 1024 * 1024)]),
    ],
  };
}

const fixed = (resource: keyof typeof resources, value: number) => ({
  resource: resources[resource],
  soft: value,
  hard: value,
});
