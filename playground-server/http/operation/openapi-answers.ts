import type { z } from '@hono/zod-openapi';
import { problemSchema } from '../../protocol/index.ts';

/** A JSON answer, as OpenAPI describes it. */
export const json = <S extends z.ZodType>(description: string, schema: S) => ({
  description,
  content: { 'application/json': { schema } },
});

/** A problem; its description names the codes. */
export const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

const retryAfter = {
  'retry-after': { description: 'seconds', schema: { type: 'integer' as const } },
};

/** A problem that may have passed after `retry-after`. */
export const problemLater = (description: string) => ({
  ...problem(description),
  headers: retryAfter,
});
