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
  /** paths, below /work, of files whose content is provided after the launch */
  files: readonly string[];
  stdin: 'ignore' | 'pipe';
}

/** Plans the sandbox in which a tool of the compile stage runs: no tracer, refusals answer EPERM. */
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
      // One second between SIGXCPU and SIGKILL tells this limit from a want of memory.
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
