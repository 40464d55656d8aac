import { z } from 'zod';
import { librarySchema } from './library-schema.ts';
import { sectionIds } from './sections.ts';
import { structSchema } from './struct-schema.ts';

/** A page's front matter beyond Starlight's own fields: whose facts the page shows. */
export const frontMatterSchema = z.object({
  call: z.string().optional().describe('the page of a system call: its file in content/calls'),
  struct: structSchema.shape.struct.optional().describe('a structure'),
  library: librarySchema.shape.library.optional().describe('a library'),
  renders: z
    .partialRecord(z.enum(['page', ...sectionIds]), z.string().regex(/^[0-9a-f]{10}$/))
    .default({})
    .describe('in a translation: hash of each English text it was made from; npm run freshness'),
});
