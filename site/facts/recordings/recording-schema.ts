import { z } from 'zod';

/**
 * content/recordings/<kernel>.json: how the examples ran on an own kernel, by variant. What is kept of
 * a tape is its digest: most are that of the tape beside the example; any other tape is kept once,
 * for all kernels that gave it, in content/recordings/tapes/.
 */
export const recordingsSchema = z.record(
  z.string().describe('io_setup-first.syscall: an example and a lens'),
  z.union([
    z.string().regex(/^[0-9a-f]{12}$/),
    z.strictObject({ notRecorded: z.string().describe('why it cannot run there') }),
  ]),
);

export type Recordings = z.infer<typeof recordingsSchema>;

/** How recordings name an example as it is written for one lens. */
export const recordingName = (example: string, lens: string): string => `${example}.${lens}`;

/** Name of the file that keeps a tape. */
export const tapeFile = (recording: string, digest: string): string =>
  `${recording}.${digest}.json`;
