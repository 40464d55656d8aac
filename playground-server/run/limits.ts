import type { Limits } from '../protocol/index.ts';

const MiB = 1024 * 1024;

/** AIO events of one run at most: enough for every lesson, little beside the usual 65536 of a host. */
const aioEventsAtMost = 4096;

/**
 * What any program may use; a language may need more of something.
 * @param slots runs at once @param aioMaxNr fs.aio-max-nr
 */
export function programLimits(slots: number, aioMaxNr: number): Limits {
  return {
    // Long enough for a timeout one can watch, short enough to give the slot back.
    wallTimeMs: 5000,
    // Nothing that shows a call needs more; a busy loop is recognised before the wall clock ends it.
    cpuTimeMs: 2000,
    // Room for thread stacks (8 MiB each) and large buffers.
    memoryBytes: 256 * MiB,
    // Parent, children and threads of any lesson; a fork bomb meets it within a millisecond.
    processes: 24,
    // Enough for a thousand-descriptor poll lesson to need setrlimit thinking, as on a desktop.
    openFiles: 256,
    // A screen holds a few KiB; more is a flood.
    outputBytes: 256 * 1024,
    // A reader reads dozens; a loop over ten thousand calls is still kept whole.
    tapeCalls: 10_000,
    // Half of the disk limit: one file can fill /work.
    fileBytes: 16 * MiB,
    // tmpfs is memory, so it is kept small.
    diskBytes: 32 * MiB,
    // fs.aio-max-nr is one number for the whole host: half of it is left to others and to the dying.
    aioEvents: Math.min(aioEventsAtMost, Math.floor(aioMaxNr / 2 / slots)),
  };
}

/**
 * Characters of JSON in which the tape of one run is told. Ten thousand calls of a lesson take some
 * 26 million; io_submit of 64 operations, which takes 160,000, could else fill the server's memory.
 */
export const tapeLength = 36 * MiB;

/** What the compiler may use for one snippet; the longest source that is meant well needs a fifth of it. */
export const toolLimits = {
  // A compiler that waits for itself (a snippet that includes itself) holds a slot for so long.
  wallTimeMs: 8000,
  cpuTimeMs: 5000,
  memoryBytes: 1024 * MiB,
  // sh, cc1, as, ld, cat and their subshells.
  processes: 24,
  fileBytes: 64 * MiB,
  scratchBytes: 64 * MiB,
  stdoutBytes: 32 * MiB,
  stderrBytes: 4 * MiB,
} as const;

/** The same limits, of other values where a test has less time. */
export type ToolLimits = Record<keyof typeof toolLimits, number>;

/** Writable memory of the type checker: V8's reserve for code, and three times what it holds at rest. */
export const keptToolBytes = 1536 * MiB;
