import { createRoute, z } from '@hono/zod-openapi';
import {
  checkSchema,
  environmentSchema,
  kernelListSchema,
  languages,
  languageTable,
  limitsSchema,
  problemCodes,
  problemSchema,
  runDemandsSchema,
  runEventSchema,
  runRequestSchema,
  sourceQuerySchema,
  statusSchema,
} from '../../protocol/index.ts';
import { json, problem, problemLater } from './openapi-answers.ts';

const snippetBody = {
  body: { required: true, content: { 'application/json': { schema: runRequestSchema } } },
};

const sourceBody = { schema: z.string().describe('the snippet, at most 64 KiB of UTF-8') };

/** A request for a run; or a snippet as it is, with its demands in the query. */
const runRequest = {
  query: sourceQuerySchema,
  body: {
    required: true,
    content: {
      ...snippetBody.body.content,
      ...Object.fromEntries(
        languages.map((language) => [languageTable[language].mediaType, sourceBody]),
      ),
    },
  },
};

/** Why a snippet may be turned away at the door. */
const snippetProblems = {
  400: problem('malformed-request'),
  403: problem('foreign-origin'),
  413: problem('source-too-large'),
  415: problem('unsupported-media-type'),
  422: problem('unknown-language, unknown-kernel, unknown-condition or condition-unavailable'),
  429: problemLater('too-many-runs or too-often'),
  503: problemLater('queue-full, shutting-down or not-ready'),
};

/** Runs a snippet. Closing the request cancels the run. */
export const postRuns = createRoute({
  method: 'post',
  path: '/api/v1/runs',
  summary: 'Run a snippet',
  description:
    'Answers with one event a line, as it happens. Closing the request cancels the run. ' +
    'A body of any other type than JSON is the snippet itself where the query names its language; ' +
    'it is answered by text for a terminal, unless `accept` asks for the events.',
  request: runRequest,
  responses: {
    200: {
      description: 'the events: accepted first, finished or faulted last; or all of it as text',
      content: {
        'application/x-ndjson': { schema: runEventSchema },
        'text/plain': { schema: z.string() },
      },
    },
    ...snippetProblems,
  },
});

/** Compiles a snippet but runs nothing; a later run finds its program in the cache. */
export const postChecks = createRoute({
  method: 'post',
  path: '/api/v1/checks',
  summary: 'Check a snippet',
  description: 'Answers with what the compiler says. Closing the request stops the compiler.',
  request: snippetBody,
  responses: {
    200: json('nothing of the snippet has run', checkSchema),
    ...snippetProblems,
  },
});

export const getEnvironment = createRoute({
  method: 'get',
  path: '/api/v1/environment',
  summary: 'The machine that runs the snippets',
  request: { query: runDemandsSchema },
  responses: {
    200: json('as a run with these demands sees it', environmentSchema),
    400: problem('malformed-request'),
    422: problem('unknown-kernel'),
  },
});

export const getLimits = createRoute({
  method: 'get',
  path: '/api/v1/limits',
  summary: 'What one run may use',
  request: { query: runDemandsSchema },
  responses: {
    200: json('units are in the names', limitsSchema),
    400: problem('malformed-request'),
    422: problem('unknown-kernel'),
  },
});

export const getKernels = createRoute({
  method: 'get',
  path: '/api/v1/kernels',
  summary: 'The kernels that snippets run on',
  description: 'With what a run may ask of each, or why nothing runs on it now.',
  responses: { 200: json('the standard one first', kernelListSchema) },
});

export const getStatus = createRoute({
  method: 'get',
  path: '/api/v1/status',
  summary: 'How the playground is doing',
  description: 'The current queue, the last hour, and the result of the last preflight.',
  responses: { 200: json('measured by this server itself', statusSchema) },
});

export const getProblem = createRoute({
  method: 'get',
  path: '/api/v1/problems/{code}',
  summary: 'What a problem code means',
  request: { params: z.object({ code: z.enum(problemCodes) }) },
  responses: {
    200: json(
      'the status and title of every problem with this code',
      problemSchema.omit({ detail: true }),
    ),
    404: problem('not-found'),
  },
});
