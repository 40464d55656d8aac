import { z } from 'zod';

/** The limits that a run can exceed, by the names that `limit-exceeded` uses. */
export const limitNames = [
  'wall-time',
  'cpu-time',
  'memory',
  'processes',
  'output',
  // Of servers that end a run whose tape is full.
  'tape-size',
  'file-size',
] as const;

/** What one run may use. Units are in the names. */
export const limitsSchema = z.object({
  wallTimeMs: z.int(),
  cpuTimeMs: z.int(),
  memoryBytes: z
    .int()
    .describe(
      'of all processes together, files in memory included, where a control group can be made; otherwise of each',
    ),
  addressSpaceBytes: z
    .int()
    .optional()
    .describe(
      'address space of each process, where it is bounded; of each thread that allocates, glibc takes 64 MiB, and 8 MiB for its stack',
    ),
  processes: z.int().describe('processes and threads alive at once'),
  openFiles: z.int().describe('file descriptors of each process'),
  outputBytes: z.int().describe('stdout and stderr together'),
  tapeCalls: z
    .int()
    .describe(
      'system calls shown on the tape; beyond them a run goes on, and its calls are counted',
    ),
  tapeBytes: z
    .int()
    .optional()
    .describe(
      'size of the whole tape as JSON, beyond which the same holds; long rows reach it first',
    ),
  fileBytes: z.int().describe('size of one file, holes included'),
  diskBytes: z
    .int()
    .describe(
      'blocks of everything written below the working directory, /tmp and /dev/shm; on a disk, below the working directory alone',
    ),
  aioEvents: z
    .int()
    .describe("the run's share of fs.aio-max-nr: the sum of its live io_setup nr_events"),
});

export type LimitName = (typeof limitNames)[number];
export type Limits = z.infer<typeof limitsSchema>;
