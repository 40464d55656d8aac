import { z } from 'zod';

/** The limits that a run can exceed, by the names that `limit-exceeded` uses. */
export const limitNames = [
  'wall-time',
  'cpu-time',
  'memory',
  'processes',
  'output',
  'file-size',
] as const;

/** What one run may use. Units are in the names. */
export const limitsSchema = z.object({
  wallTimeMs: z.int(),
  cpuTimeMs: z.int(),
  memoryBytes: z
    .int()
    .describe('address space of each process; of all together where a cgroup can be made'),
  processes: z.int().describe('processes and threads alive at once'),
  openFiles: z.int().describe('file descriptors of each process'),
  outputBytes: z.int().describe('stdout and stderr together'),
  tapeCalls: z.int().describe('system calls shown on the tape; exceeding it counts as output'),
  fileBytes: z.int().describe('size of one file'),
  diskBytes: z.int().describe('everything written below the working directory and /tmp'),
  aioEvents: z
    .int()
    .describe("the run's share of fs.aio-max-nr: the sum of its live io_setup nr_events"),
});

export type LimitName = (typeof limitNames)[number];
export type Limits = z.infer<typeof limitsSchema>;
