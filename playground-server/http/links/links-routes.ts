import type { LinkStore } from '../../links/link-store.ts';
import { snippetTitle } from '../../protocol/index.ts';
import { reject, type Rejection } from '../../snippet/rejection.ts';
import { getLink, getLinkPolicy, postLinks } from './links-openapi.ts';
import { linksUnreachable } from './links-unreachable.ts';
import { tooManyLinks } from './too-many-links.ts';
import { problemResponse } from '../problem-response.ts';
import { readRunRequest } from '../runs/read-run-request.ts';
import { requestClient } from '../clients/request-client.ts';
import type { App, AppContext, ServerParts } from '../server-parts.ts';

type Parts = Pick<ServerParts, 'allowances' | 'config' | 'links' | 'metrics'>;
type Kept = Extract<Awaited<ReturnType<LinkStore['keep']>>, { kind: 'kept' }>;

/** Short links: what a fragment carries, kept by the server under a name. */
export function addLinksRoutes(app: App, { allowances, config, links, metrics }: Parts): void {
  app.openAPIRegistry.registerPath(postLinks);
  app.openAPIRegistry.registerPath(getLinkPolicy);
  app.openAPIRegistry.registerPath(getLink);

  const answer = (made: Response | Rejection): Response => {
    if (made instanceof Response) return made;
    metrics.problem(made.code);
    return problemResponse(made);
  };
  app.post(postLinks.path, async (c) => {
    if (!links) return answer(linksOff);
    const kept = await keepSnippet(c, links, (kind, amount) =>
      allowances[kind].count(requestClient(c, config.trustProxyHops), amount),
    );
    return answer(kept.kind === 'kept' ? madeLink(c, kept) : kept);
  });
  app.get(getLinkPolicy.path, (c) => answer(links ? c.json(links.policy) : linksOff));
  app.get('/api/v1/links/:id', async (c) => answer(links ? await showLink(c, links) : linksOff));
}

const linksOff = reject(
  'links-off',
  'This server keeps no short links. Share the permalink: it carries the whole snippet.',
);

const linksFull = reject(
  'links-full',
  'The server has no room for another short link. Share the permalink: it carries the whole snippet.',
);

/** A link takes room by its rows as well; a site of many clients must not fill it with small ones. */
const smallestLinkBytes = 1024;

/** @param count takes from the client's allowance, or says how many seconds to wait */
async function keepSnippet(
  c: AppContext,
  links: LinkStore,
  count: (kind: 'links' | 'linkBytes', amount: number) => Promise<number | null>,
): Promise<Kept | Rejection> {
  const seconds = await count('links', 1);
  if (seconds !== null) return tooManyLinks(seconds);
  const parsed = await readRunRequest(c.req.raw);
  if (parsed.kind === 'rejection') return parsed;
  const { source, stdin = '' } = parsed.request;
  const bytes = Math.max(smallestLinkBytes, Buffer.byteLength(source) + Buffer.byteLength(stdin));
  const longer = await count('linkBytes', bytes);
  if (longer !== null) return tooManyLinks(longer);
  const kept = await links.keep(parsed.request);
  if (kept.kind === 'unreachable') return linksUnreachable;
  return kept.kind === 'full' ? linksFull : kept;
}

function madeLink(c: AppContext, { id, isNew }: Kept): Response {
  const path = `/s/${id}`;
  c.header('location', path);
  c.header('cache-control', 'no-store');
  return c.json({ id, path }, isNew ? 201 : 200);
}

async function showLink(c: AppContext, links: LinkStore): Promise<Response | Rejection> {
  const id = c.req.param('id') ?? '';
  const answer = await links.find(id);
  if (answer.kind === 'unreachable') return linksUnreachable;
  if (answer.kind === 'unknown') return unknownLink;
  const { kept } = answer;
  return c.json({ id, title: snippetTitle(kept.source), ...kept });
}

const unknownLink = reject(
  'unknown-link',
  'There is no such link: it was mistyped or cut off, or is no longer kept. Ask the sender.',
);
