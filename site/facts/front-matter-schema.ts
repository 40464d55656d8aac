import { z } from 'zod';
import { aioCalls } from '../../playground-server/protocol/aio-call.ts';
import { sectionIds } from './sections.ts';

/** What a page's front matter may say beyond Starlight's own fields. */
export const frontMatterSchema = z.object({
  call: z.enum(aioCalls).optional().describe('the system call whose facts the page shows'),
  renders: z
    .partialRecord(z.enum(['page', ...sectionIds]), z.string().regex(/^[0-9a-f]{10}$/))
    .default({})
    .describe('in a translation: hash of each English text it was made from; npm run freshness'),
});
