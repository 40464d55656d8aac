import { z } from 'zod';
import { localizedSchema } from './localized.ts';
import { pagePath, pageReferenceSchema } from './page-reference.ts';

/** An entry of content/families.yaml: pages about calls that a program uses together. */
export const familySchema = z.strictObject({
  id: z.string().regex(/^[a-z]+$/),
  subject: localizedSchema.describe('what all of them are about'),
  pages: z.array(pageReferenceSchema).min(1).describe('in the order in which to read them'),
});

export type Family = z.infer<typeof familySchema>;

/** The family of a page such as `man2/io_setup`; a page may have none. */
export const familyOf = (families: readonly Family[], path: string): Family | undefined =>
  families.find(({ pages }) => pages.map(pagePath).includes(path));
