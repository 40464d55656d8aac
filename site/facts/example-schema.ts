import { z } from 'zod';
import { aioCalls } from '../../playground-server/protocol/aio-call.ts';
import { conditionsSchema, languages } from '../../playground-server/protocol/run-request.ts';
import { localizedSchema } from './localized.ts';

const errnoName = z.string().regex(/^E[A-Z0-9]+$/);

/** A call an example makes and what it must give, as syscall(2) sees it. */
const expectedCallSchema = z.strictObject({
  call: z.enum(aioCalls),
  returned: z
    .union([z.int(), z.strictObject({ atLeast: z.int() })])
    .describe('a range where the machine decides, as with the room in a ring'),
  errno: errnoName.nullable(),
});

/** content/examples/<id>/example.yaml: what the snippet beside it shows and claims. */
export const exampleSchema = z.strictObject({
  title: localizedSchema,
  lesson: localizedSchema.describe('one sentence'),
  language: z.enum(languages),
  conditions: conditionsSchema.optional(),
  proves: z
    .array(z.string().regex(/^\w+#[a-z0-9-]+$/))
    .describe('<call>#<condition id>, as content/calls names them'),
  expects: z.array(expectedCallSchema).min(1).describe('the AIO calls, in order'),
  delivers: z
    .array(z.union([z.int().min(0), errnoName]))
    .optional()
    .describe('io_event.res of the events fetched, in order; the errno where it is negative'),
});

export type ExampleFacts = z.infer<typeof exampleSchema>;
export type ExpectedCall = ExampleFacts['expects'][number];
