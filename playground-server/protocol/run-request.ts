import { z } from 'zod';
import { answerRuleSchema } from './answer-rule.ts';
import { kernelIdPattern } from './kernel-id-pattern.ts';
import { languages } from './language-table.ts';
import { refusableCalls } from './refusable-call.ts';
import { mostAnswerRules } from './rulable-call.ts';
import { scratches } from './scratch.ts';
import { tapes } from './tape.ts';
import { users, usualUser } from './user.ts';

/** Id of a kernel. Which ones there are, a server says when it is asked for another. */
export const kernelIdSchema = z.string().regex(kernelIdPattern);

/** Longest source accepted, in bytes of UTF-8. */
export const maxSourceBytes = 64 * 1024;

const refusal = z.enum(['ENOSYS', 'EPERM']);

/**
 * Situations that a reader may ask for. The list is closed: nothing else is available.
 * `refuse` simulates an old kernel or CONFIG_AIO=n (ENOSYS), or a container profile (EPERM).
 */
export const conditionsSchema = z.strictObject({
  addressSpaceMiB: z.int().min(8).max(1024).optional().describe('RLIMIT_AS of the program, in MiB'),
  refuse: z
    .partialRecord(z.enum(refusableCalls), refusal)
    .optional()
    .describe('AIO calls that are answered with this errno instead of reaching the kernel'),
  answer: z
    .array(answerRuleSchema)
    .max(mostAnswerRules)
    .optional()
    .describe('answers by rule; of those that are for one call or one event, the first counts'),
  scratch: z
    .enum(scratches)
    .optional()
    .describe(
      'file system under the working directory; "disk" is ext4, with O_DIRECT alignment rules; "disk-4k" the same with sectors of 4096 bytes',
    ),
  user: z
    .enum(users)
    .optional()
    .describe(
      `who the program is on a kernel of its own, "${usualUser}" unless told; on "host" nobody is root`,
    ),
});

/** What a program is given at its start. */
export const mostArguments = 32;
export const maxArgumentBytes = 4 * 1024;
export const maxStdinBytes = 64 * 1024;

export const runRequestSchema = z.strictObject({
  language: z.enum(languages),
  source: z.string().describe('the snippet, at most 64 KiB of UTF-8'),
  conditions: conditionsSchema.optional(),
  kernel: kernelIdSchema.optional().describe('the kernel to run on; "host" where none is named'),
  tape: z
    .enum(tapes)
    .optional()
    .describe(
      'the calls to tell: "aio", the usual; "files", also those on descriptors and files; "all" that a line of the snippet made; "none"',
    ),
  tapeCalls: z
    .int()
    .min(1)
    .optional()
    .describe(
      'the calls to tell at most, if fewer than the limit; beyond them the run goes on, and its calls are counted',
    ),
  arguments: z
    .array(z.string())
    .max(mostArguments)
    .optional()
    .describe('of the program, after its name: 4 KiB of UTF-8 at most, each ended by a zero byte'),
  stdin: z
    .string()
    .optional()
    .describe('what the program can read: 64 KiB of UTF-8 at most; without it, nothing'),
});

export type Conditions = z.infer<typeof conditionsSchema>;
export type RunRequest = z.infer<typeof runRequestSchema>;
