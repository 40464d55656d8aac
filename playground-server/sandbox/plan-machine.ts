import { deviceSteps, emptyFile, type HostIdentity, type SandboxPlan } from './plan.ts';

const MiB = 1024 * 1024;

/** Where a machine finds what it is booted with. */
export const machinePaths = {
  linux: '/linux',
  initrd: '/initrd',
  job: '/job',
  disk: '/disk',
} as const;

/** What a machine may use of this host. */
export const machineLimits = {
  /** with less, the kernels boot, but a program of 16 MiB does not fit */
  memoryMiB: 64,
  /** the kernel's own beside its memory, which is a file: its tables, its threads, bubblewrap */
  overheadBytes: 96 * MiB,
  /** that a program can write to its disk; as much as to its directories in memory together */
  diskBytes: 32 * MiB,
  /** each process inside is one here, and the kernel needs some for itself */
  processes: 96,
  cpuSeconds: 60,
} as const;

export interface MachinePlanInput {
  identity: HostIdentity;
  rootDirectory: string;
  filterFile: string;
  initrd: string;
  job: string;
  /** holds an ext4 file system before it is mounted; null if this host cannot make one */
  disk: string | null;
}

/**
 * Plans the sandbox of a machine: user-mode Linux is no boundary by itself, so that what breaks out
 * of its kernel finds what it would find in any sandbox.
 */
export function planMachine(input: MachinePlanInput): SandboxPlan {
  const memoryBytes = machineLimits.memoryMiB * MiB;
  const { initrd, job, disk } = input;
  return {
    identity: input.identity,
    steps: [
      { kind: 'bind', source: input.rootDirectory, target: '/', access: 'read' },
      { kind: 'proc', target: '/proc' },
      {
        kind: 'bind',
        source: `${input.rootDirectory}${emptyFile}`,
        target: '/proc/locks',
        access: 'read',
      },
      // Its memory is a file here.
      ...deviceSteps(memoryBytes + 8 * MiB),
      { kind: 'tmpfs', target: '/tmp', bytes: MiB },
      { kind: 'bind', source: initrd, target: machinePaths.initrd, access: 'read' },
      { kind: 'bind', source: job, target: machinePaths.job, access: 'read' },
      ...(disk === null
        ? []
        : [{ kind: 'bind', source: disk, target: machinePaths.disk, access: 'write' } as const]),
    ],
    stdin: 'pipe',
    workingDirectory: '/tmp',
    filterFile: input.filterFile,
    hasFixedAddresses: true,
    isFirstProcess: true,
    limits: [
      {
        resource: 'cpuSeconds',
        soft: machineLimits.cpuSeconds,
        hard: machineLimits.cpuSeconds + 1,
      },
      { resource: 'processes', soft: machineLimits.processes, hard: machineLimits.processes },
      { resource: 'fileBytes', soft: 2 * memoryBytes, hard: 2 * memoryBytes },
      { resource: 'coreBytes', soft: 1, hard: 1 },
    ],
    argv: [machinePaths.linux, ...bootArguments(disk !== null)],
  };
}

/** arch/um, and Documentation/admin-guide/kernel-parameters.txt */
const bootArguments = (hasDisk: boolean): string[] => [
  `mem=${machineLimits.memoryMiB}M`,
  `initrd=${machinePaths.initrd}`,
  `ubdar=${machinePaths.job}`,
  ...(hasDisk ? [`ubdb=${machinePaths.disk}`] : []),
  'uml_dir=/tmp/',
  // Its messages come on stderr, its serial line is stdin and stdout.
  'con=null',
  'con0=null,fd:2',
  'ssl=null',
  'ssl0=fd:0,fd:1',
  'quiet',
  'panic=-1',
];
