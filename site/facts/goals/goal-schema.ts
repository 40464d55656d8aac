import { z } from 'zod';
import {
  conditionsSchema,
  kernelIdSchema,
} from '../../../playground-server/protocol/run-request.ts';
import { localizedSchema } from '../localized.ts';
import { goalPatternSchema } from './goal-pattern-schema.ts';

/** The groups, in the order in which a reader goes through them. */
export const goalGroups = ['first-steps', 'errors', 'waiting', 'traps'] as const;

/**
 * content/goals/<id>/goal.yaml: what a reader is asked to make happen. Next to it stand `start.c`,
 * which does not meet the goal, and `solution.c`, `solution-2.c` …, each of which does.
 */
export const goalSchema = z.strictObject({
  group: z.enum(goalGroups),
  place: z.int().min(1).describe('within its group'),
  title: localizedSchema,
  task: localizedSchema.describe('what is to be seen on the tape, in two or three sentences'),
  hints: z.tuple([localizedSchema, localizedSchema]).describe('where to look; then what to change'),
  why: localizedSchema.describe('why it matters, told once the goal is met'),
  reads: z
    .array(z.string().regex(/^[\w/-]+(#[\w-]+)?$/))
    .min(1)
    .describe('where the manual explains it: man2/io_setup#einval-nr-zero'),
  pattern: goalPatternSchema,
  conditions: conditionsSchema.optional(),
  kernel: kernelIdSchema.optional().describe('the own kernel that it needs'),
});

export type GoalFacts = z.infer<typeof goalSchema>;
