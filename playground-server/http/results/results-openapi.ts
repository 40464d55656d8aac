import { createRoute, z } from '@hono/zod-openapi';
import {
  keySetSchema,
  madeResultSchema,
  resultIdSchema,
  signedResultSchema,
  wantedResultSchema,
} from '../../protocol/index.ts';
import { json, problem, problemLater } from '../operation/openapi-answers.ts';

const location = { location: { description: '/r/{id}', schema: { type: 'string' as const } } };

/** Keeps a run of this server, with its request and all its events. */
export const postResults = createRoute({
  method: 'post',
  path: '/api/v1/results',
  summary: 'Share the result of a run',
  description:
    'Takes the id of a run that this server made within the last hour, and runs nothing. Same run, same result.',
  request: {
    body: { required: true, content: { 'application/json': { schema: wantedResultSchema } } },
  },
  responses: {
    200: { ...json('the result was kept already', madeResultSchema), headers: location },
    201: { ...json('the result is new', madeResultSchema), headers: location },
    400: problem('malformed-request'),
    403: problem('foreign-origin'),
    404: problem('unknown-run or links-off'),
    413: problem('result-too-large'),
    415: problem('unsupported-media-type'),
    429: problemLater('too-many-links: results and short links count together'),
    503: problemLater('links-unreachable'),
    507: problem('links-full'),
  },
});

export const getResult = createRoute({
  method: 'get',
  path: '/api/v1/results/{id}',
  summary: 'A result, signed',
  description: 'Also at /r/{id}.json. `npm run verify -- file.json` verifies it without a network.',
  request: { params: z.object({ id: resultIdSchema }) },
  responses: {
    200: json('as it was signed', signedResultSchema),
    404: problem('unknown-result or links-off'),
    503: problemLater('links-unreachable'),
  },
});

export const getResultKeys = createRoute({
  method: 'get',
  path: '/api/v1/results/keys',
  summary: 'The keys that sign the results of this server',
  description: 'A JSON Web Key Set (RFC 7517) of Ed25519 keys (RFC 8037).',
  responses: { 200: json('the public keys', keySetSchema), 404: problem('links-off') },
});
