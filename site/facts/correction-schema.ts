import { z } from 'zod';
import { localizedSchema } from './localized.ts';
import { pageReferenceSchema } from './page-reference.ts';
import { releasesOf } from './published-in.ts';
import { releaseNames } from './published-release-table.ts';

/** What proves a correction: a condition on a call's page, a program, or one of our pages. */
const proofSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('condition'),
    condition: z.string().regex(/^\w+#[a-z0-9-]+$/),
  }),
  z.strictObject({ kind: z.literal('example'), example: z.string() }),
  z.strictObject({ kind: z.literal('page'), page: pageReferenceSchema }),
]);

/** One entry of content/corrections.yaml: what a published page says, and what the kernel does. */
const wordsSchema = z.array(z.string()).default([]);

export const correctionSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9_-]+$/)
      .describe('the anchor, language-neutral'),
    page: pageReferenceSchema,
    verdict: z.enum(['wrong', 'missing', 'vague']),
    from: z.enum(releaseNames).optional().describe('the first release of which it is true'),
    until: z.enum(releaseNames).optional().describe('the first of which it no longer is'),
    has: wordsSchema.describe('words of the published page that show that it says so'),
    lacks: wordsSchema.describe('words that show, by not being there, that it says nothing'),
    says: localizedSchema.describe('in our words; what is missing, where it says nothing'),
    does: localizedSchema,
    proofs: z.array(proofSchema).min(1),
  })
  .refine((correction) => releasesOf(correction).length > 0, 'is true of no release');

export type Correction = z.infer<typeof correctionSchema>;
