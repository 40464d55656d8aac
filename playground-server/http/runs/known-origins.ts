import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { frameTicketName } from '../../protocol/frame-ticket.ts';
import { quote, reject, type Rejection } from '../../snippet/rejection.ts';
import { requestClient } from '../clients/request-client.ts';
import { problemResponse } from '../problem-response.ts';
import type { AppContext, AppEnv, ServerParts } from '../server-parts.ts';

type Config = ServerParts['config'];

/**
 * Turns away what a page that the operator does not know makes a reader's browser send: it would
 * spend the reader's allowance, or reach a server that only listens on the reader's own machine.
 * Programs send no Origin, and are nobody's page.
 */
export function knownOrigins(parts: Pick<ServerParts, 'config' | 'metrics' | 'tickets'>) {
  const { config, metrics } = parts;
  const guard: MiddlewareHandler<AppEnv> = async (c, next) => {
    const rejection = foreignHost(c, config) ?? foreignOrigin(c, parts);
    if (rejection === null) return next();
    metrics.problem(rejection.code);
    return problemResponse(rejection);
  };
  return guard;
}

/**
 * A page whose name resolves to 127.0.0.1 counts as ours for a browser (DNS rebinding), but only our
 * own names lead here. With a proxy in front, it is the proxy that knows the names.
 */
export function foreignHost(
  c: AppContext,
  { host, siteHost, trustProxyHops }: Config,
): Rejection | null {
  if (trustProxyHops > 0 || !isLoopback(host)) return null;
  const asked = new URL(c.req.url);
  if (isLoopback(asked.hostname) || asked.host === siteHost) return null;
  return reject(
    'foreign-origin',
    `This server listens on this machine alone, and is not ${quote(asked.host)}. ` +
      'Set LIVE_MAN_SITE to the address under which it is to be reached, or TRUST_PROXY.',
  );
}

function isLoopback(name: string): boolean {
  const address = name.replace(/^\[(.*)\]$/, '$1');
  if (isIP(address) === 4) return address.startsWith('127.');
  return address === '::1' || address === 'localhost' || address.endsWith('.localhost');
}

function foreignOrigin(c: AppContext, parts: Parameters<typeof knownOrigins>[0]): Rejection | null {
  const { apiOrigins, siteHost } = parts.config;
  const origin = c.req.header('origin');
  if (c.req.method !== 'POST' || origin === undefined) return null;
  // Browsers say so themselves where a proxy in front has changed the name.
  if (c.req.header('sec-fetch-site') === 'same-origin') return null;
  const host = URL.parse(origin)?.host ?? '';
  if (host !== '' && (host === new URL(c.req.url).host || host === siteHost)) return null;
  if (apiOrigins.includes('*') || apiOrigins.includes(origin)) return null;
  if (isFrameOfOurs(c, parts) && forTickets.test(c.req.path)) return null;
  return reject(
    'foreign-origin',
    `Pages of ${quote(origin)} may not use this server. Its operator can allow them: API_ORIGINS.`,
  );
}

/** What a frame in a sandbox does: it runs and checks snippets, and keeps nothing. */
const forTickets = /^\/api\/v1\/(?:runs|checks)$/;

/** Whether a request without an origin comes from a document of ours, which this client has loaded. */
export function isFrameOfOurs(
  c: AppContext,
  { config, tickets }: Pick<ServerParts, 'config' | 'tickets'>,
): boolean {
  const ticket = c.req.header(frameTicketName) ?? '';
  return (
    c.req.header('origin') === 'null' &&
    tickets.isValid(ticket, requestClient(c, config.trustProxyHops))
  );
}
