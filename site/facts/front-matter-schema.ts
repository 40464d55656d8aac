import { z } from 'zod';
import { aioCalls } from '../../playground-server/protocol/aio-call.ts';

/** What a page's front matter may say beyond Starlight's own fields. */
export const frontMatterSchema = z.object({
  call: z.enum(aioCalls).optional().describe('the system call whose facts the page shows'),
});
