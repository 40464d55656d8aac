import { z } from 'zod';

/** What it costs to be watched, by what the server itself has measured: an io_submit of 4 KiB. */
export const watchingSchema = z.object({
  bareNs: z.int().describe('what it takes without a tracer, in ns'),
  toldNs: z.int().describe('what the tape says that it takes'),
  lastedNs: z.int().describe('what it takes the program, between two looks at the clock'),
});

/** The machine that answered: what a reader needs to know to compare results. */
export const environmentSchema = z.object({
  kernel: z.string().describe('uname -r'),
  machine: z.string().describe('uname -m'),
  libc: z.string(),
  libaio: z.string(),
  compiler: z.string(),
  aioMaxNr: z.int().describe('/proc/sys/fs/aio-max-nr when the run was accepted'),
  scratch: z.string().describe('file system of the working directory, e.g. tmpfs or ext4'),
  watching: watchingSchema
    .optional()
    .describe(
      'medians of a write to a file in memory, once the server has had the time to measure them; not on kernels of their own',
    ),
});

export type Watching = z.infer<typeof watchingSchema>;
export type Environment = z.infer<typeof environmentSchema>;
