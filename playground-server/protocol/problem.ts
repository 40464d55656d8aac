import { z } from 'zod';

/** Why a request is rejected. */
export const problemCodes = [
  'malformed-request',
  'source-too-large',
  'unsupported-media-type',
  'unknown-language',
  'unknown-kernel',
  'unknown-condition',
  'condition-unavailable',
  'too-many-runs',
  'too-often',
  'queue-full',
  'shutting-down',
  'not-ready',
  'foreign-origin',
  'links-off',
  'unknown-link',
  'links-full',
  'links-unreachable',
  'too-many-links',
  'unknown-run',
  'unknown-result',
  'result-too-large',
  'not-found',
] as const;

/** RFC 9457 problem details, with `code` from the closed list above. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('what is wrong, and what to do next'),
    code: z.enum(problemCodes),
    waiting: z.int().optional().describe('queue-full only: number of runs now waiting'),
  })
  .meta({ id: 'Problem' });

export type ProblemCode = (typeof problemCodes)[number];
export type Problem = z.infer<typeof problemSchema>;
