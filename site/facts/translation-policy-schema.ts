import { z } from 'zod';
import { languages } from './localized.ts';

/** content/translations.yaml: what the tests may demand of a translation. */
export const translationPolicySchema = z.strictObject({
  complete: z
    .array(z.enum(languages).exclude(['en']))
    .describe('languages in which every page must exist and say which English text it renders'),
});
