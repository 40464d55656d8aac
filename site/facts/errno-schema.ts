import { z } from 'zod';
import { localizedSchema } from './localized.ts';

/** One errno of content/errnos/<NAME>.yaml; numbers from asm-generic/errno{-base,}.h. */
export const errnoSchema = z.strictObject({
  number: z.int().min(1).max(4095),
  meaning: localizedSchema,
  printed: z
    .array(z.string())
    .min(1)
    .describe('what strerror(3) says, by which readers look for it'),
});

export type ErrnoFacts = z.infer<typeof errnoSchema>;
