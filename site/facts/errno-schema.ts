import { z } from 'zod';
import { localizedSchema } from './localized.ts';

/** One errno of content/errnos/<NAME>.yaml; numbers from asm-generic/errno{-base,}.h. */
export const errnoSchema = z.strictObject({
  number: z.int().min(1).max(4095),
  meaning: localizedSchema,
});

export type ErrnoFacts = z.infer<typeof errnoSchema>;
