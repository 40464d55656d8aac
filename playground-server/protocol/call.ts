import { z } from 'zod';
import { decimal } from './decimal.ts';
import { decodedValueSchema } from './decoded-value.ts';
import { errnoSchema } from './errno.ts';
import { ringSchema } from './ring.ts';

/**
 * Who answered a call. Only "kernel" is what the kernel would have answered anyway. "unbounded" is
 * refused by this server, which cannot bound the memory that the call would take; others may grant it.
 * "watched" is a call that ended early because of a signal which the program ignores, and which wakes
 * it only since it is traced; without a tracer, it would have gone on. "address-space" is the kernel's
 * ENOMEM to a process that may have no more addresses, as a reader or this server has limited it.
 */
export const verdicts = [
  'kernel',
  'condition',
  'playground-limit',
  'refused',
  'unbounded',
  'watched',
  'address-space',
] as const;

/**
 * How the snippet made a call, and so where it finds the errno: syscall(2) sets errno, a libaio
 * wrapper returns it negated and leaves errno alone, koffi keeps a copy that errno() returns.
 */
export const conventions = ['syscall', 'libaio', 'koffi'] as const;

const call = {
  call: z.int().min(1).describe('number of the call within the run, from 1'),
  name: z.string(),
  line: z.int().nullable().describe("innermost line of the reader's own file, or null"),
  arguments: z.array(decodedValueSchema),
  convention: z.enum(conventions).optional().describe('how the snippet made the call, where known'),
};

export const syscallEntryFields = {
  ...call,
  thread: z
    .int()
    .describe(
      'number of the thread within the run: 1 for the first, then in the order of first calls',
    ),
};

export const syscallExitFields = {
  ...call,
  returned: decimal.describe('what syscall(2) returns: -1 on an error'),
  raw: decimal.describe(
    'what the kernel returned to the program: the negated errno on an error, as libaio returns it',
  ),
  errno: errnoSchema.nullable(),
  elapsedNs: decimal,
  verdict: z.enum(verdicts),
  rules: z
    .array(z.int().min(1))
    .optional()
    .describe('the rules of "conditions.answer" that had a part in it, by their places, from 1'),
  ring: ringSchema.optional().describe('of the context that the call is about, if it can be read'),
};

export type Verdict = (typeof verdicts)[number];
export type Convention = (typeof conventions)[number];
