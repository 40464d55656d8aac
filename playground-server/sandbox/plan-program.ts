import type { Limits } from '../protocol/index.ts';
import {
  deviceSteps,
  procSteps,
  type HostIdentity,
  type LimitSetting,
  type SandboxPlan,
  type SetupStep,
} from './plan.ts';

/**
 * The program's path inside the sandbox; the root directory has an empty file there to mount over.
 */
export const programPath = '/program';

export type Scratch = { kind: 'tmpfs' } | { kind: 'disk'; source: string };

export interface ProgramPlanInput {
  identity: HostIdentity;
  rootDirectory: string;
  filterFile: string;
  scratch: Scratch;
  limits: Limits;
  given: Given;
}

/** What a program is given at its start. */
export interface Given {
  arguments: readonly string[];
  /** null: nothing, as with /dev/null */
  stdin: string | null;
}

/** Plans the sandbox in which a compiled snippet runs. */
export function planProgram(input: ProgramPlanInput): SandboxPlan {
  const { memoryBytes, addressSpaceBytes = memoryBytes } = input.limits;
  return {
    ...planCommon(input),
    steps: [...programSteps(input), { kind: 'provided-file', target: programPath, mode: '0555' }],
    stdin: input.given.stdin === null ? 'ignore' : 'pipe',
    limits: [...programLimits(input.limits), fixed('addressSpaceBytes', addressSpaceBytes)],
    argv: [programPath, ...input.given.arguments],
  };
}

/**
 * V8 reserves this much for its code, writable, and touches little of it
 * (src/execution/isolate.cc).
 */
const codeReserveBytes = 512 * 1024 * 1024;

/**
 * Plans the sandbox in which a TypeScript snippet runs. Node starts ahead of the snippet, which
 * arrives on standard input. V8's reservations would not fit into the address space of a C program,
 * so what is limited instead is the memory that it may write to, setrlimit(2) RLIMIT_DATA.
 * @param argv Node with the loader
 */
export function planNode(
  input: ProgramPlanInput,
  argv: readonly [string, ...string[]],
): SandboxPlan {
  const dataBytes = input.limits.memoryBytes + codeReserveBytes;
  return {
    ...planCommon(input),
    steps: programSteps(input),
    stdin: 'pipe',
    limits: [...programLimits(input.limits), fixed('dataBytes', dataBytes)],
    argv,
  };
}

const planCommon = ({ identity, filterFile }: ProgramPlanInput) => ({
  identity,
  filterFile,
  workingDirectory: '/work',
});

/** What a program sees: its root, its own /proc, and three writable directories. */
function programSteps({ rootDirectory, scratch, limits }: ProgramPlanInput): SetupStep[] {
  // The three share the disk limit: half for /work, a quarter for each of the others.
  const quarter = Math.floor(limits.diskBytes / 4);
  return [
    { kind: 'bind', source: rootDirectory, target: '/', access: 'read' },
    ...procSteps(rootDirectory),
    ...deviceSteps(quarter),
    { kind: 'tmpfs', target: '/tmp', bytes: quarter },
    scratch.kind === 'tmpfs'
      ? { kind: 'tmpfs', target: '/work', bytes: 2 * quarter }
      : { kind: 'bind', source: scratch.source, target: '/work', access: 'write' },
  ];
}

/**
 * Every resource that setrlimit(2) covers and a program could exhaust, except memory; these limits
 * hold without a cgroup.
 */
function programLimits(limits: Limits): LimitSetting[] {
  const cpuSeconds = Math.ceil(limits.cpuTimeMs / 1000);
  return [
    // One second between SIGXCPU and SIGKILL lets the tracer name the limit.
    { resource: 'cpuSeconds', soft: cpuSeconds, hard: cpuSeconds + 1 },
    // The tracer reports this limit first; bubblewrap's own two processes count as well.
    fixed('processes', limits.processes + 4),
    fixed('openFiles', limits.openFiles),
    fixed('fileBytes', limits.fileBytes),
    // One byte: with zero, a core_pattern that is a pipe would still start the host's handler;
    // core(5).
    fixed('coreBytes', 1),
    fixed('lockedBytes', 1024 * 1024),
    fixed('pendingSignals', 256),
    fixed('messageQueueBytes', 256 * 1024),
    { resource: 'stackBytes', soft: 8 * 1024 * 1024, hard: 64 * 1024 * 1024 },
  ];
}

const fixed = (resource: LimitSetting['resource'], value: number): LimitSetting => ({
  resource,
  soft: value,
  hard: value,
});
