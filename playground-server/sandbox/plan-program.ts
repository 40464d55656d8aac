import type { Limits } from '../protocol/index.ts';
import {
  deviceSteps,
  procSteps,
  type HostIdentity,
  type LimitSetting,
  type SandboxPlan,
} from './plan.ts';

/** Where the program lies inside the sandbox; the root directory has an empty file there to mount on. */
export const programPath = '/program';

export type Scratch = { kind: 'tmpfs' } | { kind: 'disk'; source: string };

export interface ProgramPlanInput {
  identity: HostIdentity;
  rootDirectory: string;
  filterFile: string;
  scratch: Scratch;
  limits: Limits;
}

/** Plans the sandbox in which a snippet's program runs. */
export function planProgram(input: ProgramPlanInput): SandboxPlan {
  const { scratch, limits } = input;
  // Three places to write to share the disk limit: half for /work, a quarter each for the others.
  const quarter = Math.floor(limits.diskBytes / 4);
  return {
    identity: input.identity,
    steps: [
      { kind: 'bind', source: input.rootDirectory, target: '/', access: 'read' },
      ...procSteps(),
      ...deviceSteps(quarter),
      { kind: 'tmpfs', target: '/tmp', bytes: quarter },
      scratch.kind === 'tmpfs'
        ? { kind: 'tmpfs', target: '/work', bytes: 2 * quarter }
        : { kind: 'bind', source: scratch.source, target: '/work', access: 'write' },
      { kind: 'provided-file', target: programPath, mode: '0555' },
    ],
    stdin: 'ignore',
    workingDirectory: '/work',
    filterFile: input.filterFile,
    limits: programLimits(limits),
    argv: [programPath],
  };
}

/** Every resource that setrlimit(2) knows and a program could use up; they hold without a cgroup. */
function programLimits(limits: Limits): LimitSetting[] {
  const cpuSeconds = Math.ceil(limits.cpuTimeMs / 1000);
  return [
    // One second between SIGXCPU and SIGKILL lets the tracer name the limit.
    { resource: 'cpuSeconds', soft: cpuSeconds, hard: cpuSeconds + 1 },
    fixed('addressSpaceBytes', limits.memoryBytes),
    // The tracer names this limit first; bubblewrap's own two processes count as well.
    fixed('processes', limits.processes + 4),
    fixed('openFiles', limits.openFiles),
    fixed('fileBytes', limits.fileBytes),
    // One byte: zero still starts the host's handler where core_pattern is a pipe; core(5).
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
