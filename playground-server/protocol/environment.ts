import { z } from 'zod';

/** The machine that answered: what a reader needs to know to compare results. */
export const environmentSchema = z.object({
  kernel: z.string().describe('uname -r'),
  machine: z.string().describe('uname -m'),
  libc: z.string(),
  libaio: z.string(),
  compiler: z.string(),
  aioMaxNr: z.int().describe('/proc/sys/fs/aio-max-nr when the run was accepted'),
  scratch: z.string().describe('file system of the working directory, e.g. tmpfs or ext4'),
});

export type Environment = z.infer<typeof environmentSchema>;
