import { z } from 'zod';
import { diagnosticFields } from './diagnostic.ts';

/** The answer to POST /api/v1/checks: the compiler's diagnostics for a snippet that is not run. */
export const checkSchema = z
  .object({
    compiled: z
      .boolean()
      .describe('whether a run of this snippet would get as far as starting its program'),
    diagnostics: z.array(z.object(diagnosticFields).meta({ id: 'Diagnostic' })),
  })
  .meta({ id: 'Check' });

export type Check = z.infer<typeof checkSchema>;
