import { createRoute, z } from '@hono/zod-openapi';
import {
  linkIdSchema,
  linkPolicySchema,
  linkSchema,
  madeLinkSchema,
  runRequestSchema,
} from '../../protocol/index.ts';
import { json, problem, problemLater } from '../operation/openapi-answers.ts';

const location = { location: { description: '/s/{id}', schema: { type: 'string' as const } } };

/** Keeps a snippet under a short link. */
export const postLinks = createRoute({
  method: 'post',
  path: '/api/v1/links',
  summary: 'Make a short link',
  description: 'Takes what POST /api/v1/runs takes, and runs nothing. Same content, same link.',
  request: {
    body: { required: true, content: { 'application/json': { schema: runRequestSchema } } },
  },
  responses: {
    200: { ...json('the link was there already', madeLinkSchema), headers: location },
    201: { ...json('the link is new', madeLinkSchema), headers: location },
    400: problem('malformed-request'),
    403: problem('foreign-origin'),
    404: problem('links-off'),
    413: problem('source-too-large'),
    415: problem('unsupported-media-type'),
    422: problem('unknown-language or unknown-condition'),
    429: problemLater('too-many-links'),
    503: problemLater('links-unreachable'),
    507: problem('links-full'),
  },
});

export const getLinkPolicy = createRoute({
  method: 'get',
  path: '/api/v1/links',
  summary: 'Whether short links are kept, and for how long',
  responses: { 200: json('they are', linkPolicySchema), 404: problem('links-off') },
});

export const getLink = createRoute({
  method: 'get',
  path: '/api/v1/links/{id}',
  summary: 'What a short link holds',
  request: { params: z.object({ id: linkIdSchema }) },
  responses: {
    200: json('the snippet, as it was given', linkSchema),
    400: problem('malformed-request'),
    404: problem('unknown-link or links-off'),
    503: problemLater('links-unreachable'),
  },
});
