import { deviceSteps, type HostIdentity, type SandboxPlan } from './plan.ts';

/** What a compiler may use for one snippet. */
export interface ToolLimits {
  cpuTimeMs: number;
  memoryBytes: number;
  processes: number;
  fileBytes: number;
  scratchBytes: number;
}

export interface ToolPlanInput {
  identity: HostIdentity;
  rootDirectory: string;
  filterFile: string;
  limits: ToolLimits;
  argv: readonly string[];
  /** paths, below /work, of files whose content arrives after the launch */
  files: readonly string[];
  stdin: SandboxPlan['stdin'];
}

/** Plans the sandbox for a tool of the compile stage: no tracer, and refused calls return EPERM. */
export function planTool({ limits, ...input }: ToolPlanInput): SandboxPlan {
  const cpuSeconds = Math.ceil(limits.cpuTimeMs / 1000);
  const [command = '/bin/sh', ...rest] = input.argv;
  return {
    identity: input.identity,
    steps: [
      { kind: 'bind', source: input.rootDirectory, target: '/', access: 'read' },
      ...deviceSteps(4096),
      { kind: 'tmpfs', target: '/tmp', bytes: limits.scratchBytes },
      { kind: 'tmpfs', target: '/work', bytes: limits.scratchBytes },
      ...input.files.map((target) => ({ kind: 'provided-file', target, mode: '0444' }) as const),
    ],
    stdin: input.stdin,
    workingDirectory: '/work',
    filterFile: input.filterFile,
    limits: [
      // SIGXCPU a second before SIGKILL tells this limit from running out of memory.
      { resource: 'cpuSeconds', soft: cpuSeconds, hard: cpuSeconds + 1 },
      { resource: 'addressSpaceBytes', soft: limits.memoryBytes, hard: limits.memoryBytes },
      { resource: 'processes', soft: limits.processes, hard: limits.processes },
      { resource: 'fileBytes', soft: limits.fileBytes, hard: limits.fileBytes },
      // One byte, not zero: see plan-program.ts.
      { resource: 'coreBytes', soft: 1, hard: 1 },
    ],
    argv: [command, ...rest],
  };
}

/** Directory in which a kept tool finds the files that it reads. */
export const checkerPath = '/checker';

export interface KeptToolPlanInput {
  identity: HostIdentity;
  rootDirectory: string;
  /** directory mounted at checkerPath */
  checkerDirectory: string;
  filterFile: string;
  memoryBytes: number;
  argv: readonly [string, ...string[]];
}

/** Plans the sandbox of a kept tool. It has no limit on CPU time, since each answer has one. */
export function planKeptTool({ memoryBytes, ...input }: KeptToolPlanInput): SandboxPlan {
  return {
    identity: input.identity,
    steps: [
      { kind: 'bind', source: input.rootDirectory, target: '/', access: 'read' },
      { kind: 'bind', source: input.checkerDirectory, target: checkerPath, access: 'read' },
      ...deviceSteps(4096),
      { kind: 'tmpfs', target: '/tmp', bytes: 4096 },
      { kind: 'tmpfs', target: '/work', bytes: 4096 },
    ],
    stdin: 'pipe',
    workingDirectory: '/work',
    filterFile: input.filterFile,
    limits: [
      // RLIMIT_DATA, as for snippets that run on Node: plan-program.ts.
      { resource: 'dataBytes', soft: memoryBytes, hard: memoryBytes },
      { resource: 'processes', soft: 32, hard: 32 },
      { resource: 'fileBytes', soft: 4096, hard: 4096 },
      { resource: 'coreBytes', soft: 1, hard: 1 },
    ],
    argv: input.argv,
  };
}
