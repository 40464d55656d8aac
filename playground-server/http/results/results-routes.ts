import { wantedResultSchema } from '../../protocol/index.ts';
import type { Results } from '../../results/results.ts';
import { decodeBody } from '../../snippet/decode-body.ts';
import { describeIssue } from '../../snippet/describe-issue.ts';
import { reject, type Rejection } from '../../snippet/rejection.ts';
import { requestClient } from '../clients/request-client.ts';
import { linksUnreachable } from '../links/links-unreachable.ts';
import { tooManyLinks } from '../links/too-many-links.ts';
import { problemResponse } from '../problem-response.ts';
import { readBody } from '../runs/read-body.ts';
import { rejectMediaType } from '../runs/reject-media-type.ts';
import type { App, AppContext, ServerParts } from '../server-parts.ts';
import { getResult, getResultKeys, postResults } from './results-openapi.ts';

type Parts = Pick<ServerParts, 'allowances' | 'config' | 'metrics' | 'results'>;
type Count = (kind: 'links' | 'linkBytes', amount: number) => Promise<number | null>;

/** Results: runs of this server that are kept, signed, under a name. */
export function addResultsRoutes(app: App, { allowances, config, metrics, results }: Parts): void {
  for (const route of [postResults, getResultKeys, getResult]) {
    app.openAPIRegistry.registerPath(route);
  }
  const answer = (made: Response | Rejection): Response => {
    if (made instanceof Response) return made;
    metrics.problem(made.code);
    return problemResponse(made);
  };
  app.post(postResults.path, async (c) => {
    if (!results) return answer(resultsOff);
    const client = requestClient(c, config.trustProxyHops);
    return answer(
      await share(c, results, (kind, amount) => allowances[kind].count(client, amount)),
    );
  });
  app.get(getResultKeys.path, async (c) =>
    answer(results ? c.json({ keys: await results.keys() }) : resultsOff),
  );
  app.get('/api/v1/results/:id', async (c) =>
    answer(results ? await show(c, results) : resultsOff),
  );
}

const resultsOff = reject(
  'links-off',
  'This server keeps no results. Take the tape with you as text or as Markdown.',
);
const resultsFull = reject(
  'links-full',
  'The server has no room for another result. Take the tape with you as text or as Markdown.',
);
const unknownRun = reject(
  'unknown-run',
  'This server does not remember such a run to its end: it forgets each within an hour, and all when it is restarted. Run the snippet again, then share it.',
);

/** @param count takes from the client's allowance, or says how many seconds to wait */
async function share(c: AppContext, results: Results, count: Count): Promise<Response | Rejection> {
  const seconds = await count('links', 1);
  if (seconds !== null) return tooManyLinks(seconds);
  const runId = await readRunId(c.req.raw);
  if (typeof runId !== 'string') return runId;
  const made = results.make(runId);
  if (made.kind === 'unknown-run') return unknownRun;
  if (made.kind === 'too-large') return tooLarge(made.maxBytes);
  const longer = await count('linkBytes', Buffer.byteLength(made.text));
  if (longer !== null) return tooManyLinks(longer);
  const kept = await results.keep(made);
  if (kept.kind === 'unreachable') return linksUnreachable;
  if (kept.kind === 'full') return resultsFull;
  const path = `/r/${made.id}`;
  c.header('location', path);
  c.header('cache-control', 'no-store');
  return c.json({ id: made.id, path }, kept.isNew ? 201 : 200);
}

async function readRunId(request: Request): Promise<string | Rejection> {
  const mediaType = rejectMediaType(request.headers);
  if (mediaType) return mediaType;
  const body = await readBody(request);
  if (body.kind === 'rejection') return body;
  const decoded = decodeBody(body.bytes);
  if (decoded.kind === 'rejection') return decoded;
  const wanted = wantedResultSchema.safeParse(decoded.value);
  const issue = wanted.error?.issues[0];
  return wanted.data?.runId ?? reject('malformed-request', issue ? describeIssue(issue) : '');
}

function tooLarge(maxBytes: number): Rejection {
  const kib = Math.floor(maxBytes / 1024);
  const detail = `The run told more than the ${kib} KiB that a result may hold. Make fewer calls, or print less.`;
  return reject('result-too-large', detail);
}

async function show(c: AppContext, results: Results): Promise<Response | Rejection> {
  const answer = await results.find(c.req.param('id') ?? '');
  if (answer.kind === 'unreachable') return linksUnreachable;
  if (answer.kind === 'unknown') return unknownResult;
  // Written by strangers, though never as markup: it does not belong in a search engine.
  c.header('x-robots-tag', 'noindex');
  return c.body(answer.kept, 200, { 'content-type': 'application/json' });
}

const unknownResult = reject(
  'unknown-result',
  'There is no such result: it was mistyped or cut off, or is no longer kept. Ask the sender.',
);
