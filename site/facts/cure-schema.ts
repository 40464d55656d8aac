import { z } from 'zod';
import { localizedSchema } from './localized.ts';

const stepSchema = z.strictObject({
  says: localizedSchema,
  commands: z
    .array(z.string())
    .optional()
    .describe('for a shell; what the reader must fill in is in CAPITALS'),
});

/**
 * content/cures/<name>.yaml: what to do about error conditions, in the order in which to try it. The
 * conditions that share a cure name it.
 */
export const cureSchema = z.strictObject({ steps: z.array(stepSchema).min(1) });

export type CureFacts = z.infer<typeof cureSchema>;
