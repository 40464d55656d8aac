import { z } from 'zod';
import { conventionIds } from './convention-table.ts';
import { localizedSchema } from './localized.ts';
import { pageReferenceSchema } from './page-reference.ts';
import { signSchema } from './sign-schema.ts';

const kernelVersion = z.string().regex(/^\d+\.\d+(\.\d+)?$/);

const parameterSchema = z.strictObject({
  name: z.string(),
  type: z.string().describe('C type as the kernel decodes the argument'),
  direction: z.enum(['in', 'out', 'in-out', 'unused']),
});

/** A way to make the call: what it looks like in C, and where the error is found. */
const conventionSchema = z.strictObject({
  includes: z.array(z.string()),
  link: z.string().nullable().describe('linker option, null where none is needed'),
  invocation: z.string().describe('one line of C'),
  declarations: z.array(z.string()),
  success: z.string().optional().describe('where it is not what the call itself says'),
  failure: z.enum(['minus-one-and-errno', 'negated-errno']),
});

/** How we know that the kernel behaves like this. */
const evidenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('example'), example: z.string() }),
  z.strictObject({
    kind: z.literal('measured').describe('seen on the kernel, but no reader can run it here'),
    reason: localizedSchema,
  }),
  z.strictObject({
    kind: z.literal('source').describe('read in the kernel source, not provoked'),
    reason: localizedSchema,
  }),
]);

const likelihoods = ['often', 'at-times', 'seldom'] as const;

const errorConditionSchema = z.strictObject({
  id: z
    .string()
    .regex(/^e[a-z0-9]+(-[a-z0-9]+)+$/)
    .describe('language-neutral, never changes'),
  errno: z.string().regex(/^E[A-Z0-9]+$/),
  shows: z.enum(['return-value', 'event-res']),
  step: z.int().min(0).describe('place among the checks of the kernel; 0 is before its code'),
  retry: z
    .enum(['never', 'succeeded', 'later', 'other-kernel'])
    .describe('what could make the call succeed'),
  cure: z.string().optional().describe('what to do: content/cures/<name>.yaml'),
  met: z.enum(likelihoods).default('at-times').describe('how likely a reader has met this one'),
  function: z
    .string()
    .regex(/^\w+$/)
    .optional()
    .describe('the function of the kernel that answers; none before its code'),
  since: kernelVersion.nullable().describe('null: as old as the call'),
  published: z
    .enum(['stated', 'vague', 'missing', 'wrong'])
    .describe('what the published page says about it, in each of published-release-table.ts'),
  sign: signSchema.optional().describe('what gives it away on a tape, among those of its errno'),
  evidence: evidenceSchema,
});

/** How likely a reader has met a condition, the likeliest first. */
export const byLikelihood = (a: ErrorConditionFacts, b: ErrorConditionFacts): number =>
  likelihoods.indexOf(a.met) - likelihoods.indexOf(b.met);

/** The kernel's name for a system call. */
export const callNameSchema = z.string().regex(/^[a-z][a-z0-9_]*$/);

/** content/calls/<page>.yaml: everything about one call that is not prose. */
const statedSchema = z.strictObject({
  call: callNameSchema,
  page: callNameSchema.optional().describe('where its page has another name: eventfd of eventfd2'),
  summary: localizedSchema,
  since: kernelVersion,
  numbers: z.strictObject({ x86_64: z.int(), generic: z.int() }),
  parameters: z.array(parameterSchema).min(1),
  success: z.string().describe('the value of syscall(2) when all went well'),
  conventions: z.partialRecord(z.enum(conventionIds), conventionSchema),
  conditions: z.array(errorConditionSchema).describe('in the order of the checks'),
  seeAlso: z.array(pageReferenceSchema),
  provenance: z.strictObject({
    source: z.string().describe('file of the kernel source'),
    seenOn: z.strictObject({ kernel: kernelVersion, machine: z.string(), date: z.iso.date() }),
  }),
});

export const callSchema = statedSchema.transform(({ page, ...facts }) => ({
  ...facts,
  /** Name of its page, and of its file in content/calls. */
  page: page ?? facts.call,
}));

export type CallFacts = z.infer<typeof callSchema>;
export type ErrorConditionFacts = CallFacts['conditions'][number];
export type Convention = z.infer<typeof conventionSchema>;
