import { z } from 'zod';
import { callNameSchema } from './call-schema.ts';
import { localizedSchema } from './localized.ts';
import { pageReferenceSchema } from './page-reference.ts';

const functionSchema = z.strictObject({
  name: z.string().regex(/^[a-z]\w*$/),
  prototype: z.string().describe('as the header declares it'),
  calls: z.array(callNameSchema).describe('the pages of the system calls that it may make'),
  inline: z.boolean().describe('defined in the header, so not a symbol of the library'),
});

/** content/libraries/<library>.yaml: the functions of a library that wraps the calls. */
export const librarySchema = z.strictObject({
  library: z.string().regex(/^[\w-]+$/),
  summary: localizedSchema,
  header: z.string(),
  link: z.string(),
  seen: z.string().describe('the version whose header and behaviour were looked at'),
  functions: z.array(functionSchema).min(1),
  seeAlso: z.array(pageReferenceSchema),
});

export type LibraryFacts = z.infer<typeof librarySchema>;
