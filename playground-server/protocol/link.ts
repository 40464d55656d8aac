import { z } from 'zod';
import { runRequestSchema } from './run-request.ts';

/**
 * A short link's name: 96 bits of a hash of its content, so that the same content has the same
 * link.
 */
export const linkIdSchema = z.string().regex(/^[0-9a-z]{19}$/);

/** The answer to POST /api/v1/links, whether the link is new or existed already. */
export const madeLinkSchema = z
  .object({ id: linkIdSchema, path: z.string().describe('address on this server: /s/{id}') })
  .meta({ id: 'MadeLink' });

/** What a short link holds. */
export const linkSchema = runRequestSchema
  .pick({
    language: true,
    source: true,
    conditions: true,
    kernel: true,
    tape: true,
    arguments: true,
    stdin: true,
  })
  .extend({
    id: linkIdSchema,
    title: z.string().nullable().describe('first line of the comment at the top of the snippet'),
  })
  .meta({ id: 'Link' });

/** How long links are kept, and how many. */
export const linkPolicySchema = z
  .object({
    keptDays: z.int().describe('a link is kept for at least this long after it was last opened'),
    keptUnopenedDays: z
      .int()
      .describe('the same for a link that nobody has opened since it was made'),
    maxLinks: z.int(),
    maxBytes: z.int().describe('of all links together'),
  })
  .meta({ id: 'LinkPolicy' });

export type MadeLink = z.infer<typeof madeLinkSchema>;
export type Link = z.infer<typeof linkSchema>;
export type LinkPolicy = z.infer<typeof linkPolicySchema>;
