import type { Limits, RunRequest } from '../protocol/index.ts';

const MiB = 1024 * 1024;

/**
 * Most AIO events of one run: enough for every lesson, little compared with a host's usual 65536.
 */
const aioEventsAtMost = 4096;

const memoryBytes = 256 * MiB;

/** tmpfs is memory, so it is kept small; a scratch disk has as much. */
export const diskBytes = 32 * MiB;

/**
 * Characters of JSON that the tape of one run may take. Ten thousand calls of a lesson take about
 * 26 million; io_submit with 64 operations takes 160,000, and could otherwise fill the server's
 * memory.
 */
export const tapeLength = 36 * MiB;

/** What the limits of a run depend on. */
export interface HostBounds {
  /** runs at once */
  slots: number;
  /** fs.aio-max-nr */
  aioMaxNr: number;
  /** whether a control group bounds the memory of a run */
  hasGroups: boolean;
}

/** What any program may use; a language may need more of something. */
export function programLimits({ slots, aioMaxNr, hasGroups }: HostBounds): Limits {
  return {
    // Long enough to watch a timeout, short enough to give the slot back.
    wallTimeMs: 5000,
    // No program that shows a call needs more; a busy loop is identified before the wall clock ends
    // it.
    cpuTimeMs: 2000,
    // Room for large buffers, and a little for each of the processes.
    memoryBytes,
    // Where something else counts memory, as many threads as may be can each have a stack and an
    // arena of glibc's, 72 MiB of addresses; and an array may be as large as on a desktop.
    addressSpaceBytes: hasGroups ? 2048 * MiB : memoryBytes,
    // Parent, children and threads of any lesson; a fork bomb reaches it within a millisecond.
    processes: 24,
    // Few enough that a lesson which polls a thousand descriptors must think of setrlimit, as on a
    // desktop.
    openFiles: 256,
    // A screen holds a few KiB; more is a flood.
    outputBytes: 256 * 1024,
    // A reader reads dozens; the tape of a loop over ten thousand calls is still complete.
    tapeCalls: 10_000,
    tapeBytes: tapeLength,
    // Sparse files are what tests of holes and offsets make; blocks are what the disk limit counts.
    fileBytes: 1024 * MiB,
    diskBytes,
    // fs.aio-max-nr is one number for the whole host: half of it is left to others and to dying
    // processes.
    aioEvents: Math.min(aioEventsAtMost, Math.floor(aioMaxNr / 2 / slots)),
  };
}

/** The limits of one run, which may ask for a shorter tape. */
export const limitsOf = (limits: Limits, { tapeCalls }: RunRequest): Limits => ({
  ...limits,
  tapeCalls: Math.min(limits.tapeCalls, tapeCalls ?? limits.tapeCalls),
});

/** What the compiler may use for one snippet; the longest well-meant source needs a fifth of it. */
export const toolLimits = {
  // A compiler that waits for itself (for a snippet that includes itself) holds a slot this long.
  wallTimeMs: 8000,
  cpuTimeMs: 5000,
  memoryBytes: 1024 * MiB,
  // sh, cc1, as, ld, cat and their subshells.
  processes: 24,
  fileBytes: 64 * MiB,
  scratchBytes: 64 * MiB,
  stdoutBytes: 32 * MiB,
  stderrBytes: 4 * MiB,
  // For one question to a tool that stays, and the longest that one waits for the questions of
  // others: types that take longer to check are a puzzle, or an attack.
  answerMs: 3000,
} as const;

/** The same limits, with other values in tests that have less time, or more. */
export type ToolLimits = Record<keyof typeof toolLimits, number>;

/** Writable memory of the type checker: V8's reserve for code, and three times what it holds at rest. */
export const keptToolBytes = 1536 * MiB;
