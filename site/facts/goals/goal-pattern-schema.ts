import { z } from 'zod';
import { kernelIdSchema } from '../../../playground-server/protocol/run-request.ts';
import { callNameSchema } from '../call-schema.ts';
import { localizedSchema } from '../localized.ts';
import { predicateSchema } from '../sign-schema.ts';
import { opcodes } from './opcode-table.ts';

const errnoName = z.string().regex(/^E[A-Z0-9]+$/);

/** A number, or the bounds of one; both of them belong to the range. */
const rangeSchema = z.union([
  z.int(),
  z.strictObject({ atLeast: z.int().optional(), atMost: z.int().optional() }),
]);

const condition = z
  .string()
  .regex(/^\w+#[a-z0-9-]+$/)
  .describe('the error condition, as <page>#<id>');

const callShape = {
  call: callNameSchema,
  of: z.enum(opcodes).optional().describe('the opcode of a control block that it submits'),
  where: predicateSchema.optional().describe('about its arguments, as `sign` in content/calls'),
  returned: rangeSchema.optional().describe('as syscall(2) returns it: −1 is any error'),
  errno: errnoName.optional(),
  condition: condition.optional(),
  thread: z.enum(['first', 'other']).optional().describe('the one that main() runs in, or another'),
  tookMs: rangeSchema.optional().describe('how long it took, in milliseconds'),
};

const eventShape = {
  event: z.strictObject({
    of: z.enum(opcodes).optional().describe('the opcode of its operation'),
    where: predicateSchema.optional().describe('about its operation: `iocb.aio_nbytes`'),
    res: rangeSchema.optional(),
    errno: errnoName.optional().describe('what a negative res means'),
    condition: condition.optional(),
  }),
};

const says = localizedSchema
  .optional()
  .describe('the part in words, where those made of it do not say what matters');

/** Something that the tape shows: a call that has returned, or an event that was fetched. */
const seenSchema = z.union([z.strictObject(callShape), z.strictObject(eventShape)]);

const times = rangeSchema.optional().describe('how often; at least once unless told');

/** One thing that a goal asks of a tape. */
const partSchema = z.union([
  z.strictObject({ ...callShape, times, says }),
  z.strictObject({ ...eventShape, times, says }),
  z.strictObject({ never: seenSchema, says }),
  z.strictObject({
    ends: z.union([
      z.strictObject({ status: z.int().min(0).max(255).optional() }),
      z.strictObject({ signal: z.string().regex(/^SIG[A-Z0-9]+$/) }),
    ]),
    says,
  }),
  z.strictObject({ kernel: kernelIdSchema.describe('an own kernel, such as 7.2'), says }),
]);

/**
 * What a tape has to show for a goal to be met. Only answers of the kernel count: not those that a
 * condition or a limit of the playground gave. A pattern that says nothing of the end wants the
 * program to exit by itself.
 */
export const goalPatternSchema = z.strictObject({
  inOrder: z
    .literal(true)
    .optional()
    .describe('calls and events are wanted in the order of the parts; otherwise in any'),
  parts: z.array(partSchema).min(1),
});

export type Range = z.infer<typeof rangeSchema>;
export type SeenPattern = z.infer<typeof seenSchema>;
export type CallPattern = Extract<SeenPattern, { call: string }>;
export type EventPattern = Extract<SeenPattern, { event: object }>;
export type GoalPart = z.infer<typeof partSchema>;
export type GoalPattern = z.infer<typeof goalPatternSchema>;
