import { z } from 'zod';
import { callNameSchema } from './call-schema.ts';
import { conditionsSchema, kernelIdSchema } from '../../playground-server/protocol/run-request.ts';
import { lenses } from './lens-table.ts';
import { localizedSchema } from './localized.ts';

const errnoName = z.string().regex(/^E[A-Z0-9]+$/);

/** A call that an example makes, and what it must return, as syscall(2) sees it. */
const expectedCallSchema = z.strictObject({
  call: callNameSchema,
  returned: z
    .union([z.int(), z.strictObject({ atLeast: z.int() })])
    .describe('a range where the machine decides, as with the room in a ring'),
  errno: errnoName.nullable(),
});

const skipSchema = z.strictObject({
  calls: z.array(z.int().min(1)).min(1).describe('places in `expects`, from 1'),
  because: localizedSchema.describe('one sentence'),
});

/**
 * content/examples/<id>/example.yaml: what the snippets next to it show and claim. One claim holds
 * for all of them, since a tape shows the kernel's side; site/facts/lens-table.ts names the files.
 */
export const exampleSchema = z.strictObject({
  title: localizedSchema,
  lesson: localizedSchema.describe('one sentence'),
  conditions: conditionsSchema.optional(),
  kernel: kernelIdSchema
    .optional()
    .describe(
      'the own kernel on which it is recorded, where it needs one, such as to set fs.aio-max-nr',
    ),
  proves: z
    .array(z.string().regex(/^\w+#[a-z0-9-]+$/))
    .describe('<page>#<condition id>, as content/calls names them'),
  expects: z
    .array(expectedCallSchema)
    .describe('the calls on the tape, in order; none where a library answers everything by itself'),
  skips: z
    .partialRecord(z.enum(lenses), skipSchema)
    .optional()
    .describe('calls that one of the snippets gets answered without asking the kernel'),
  point: z
    .array(callNameSchema)
    .min(1)
    .optional()
    .describe('calls whose lines are shown while it is folded; that of the page unless told'),
  delivers: z
    .array(z.union([z.int().min(0), errnoName]))
    .optional()
    .describe('io_event.res of the events fetched, in order; the errno where it is negative'),
});

export type ExampleFacts = z.infer<typeof exampleSchema>;
export type ExpectedCall = ExampleFacts['expects'][number];
