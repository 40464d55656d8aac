import { serveStatic } from '@hono/node-server/serve-static';
import type { MiddlewareHandler } from 'hono';
import { frameTicketName, sandboxedParameter } from '../../protocol/frame-ticket.ts';
import { requestClient } from '../clients/request-client.ts';
import { foreignHost } from '../runs/known-origins.ts';
import type { AppEnv, ServerParts } from '../server-parts.ts';

type Parts = Pick<ServerParts, 'config' | 'tickets'>;

/**
 * Serves the page of a frame that is in a sandbox, which its address says, with a ticket in it. Nobody
 * but the page can read it: no other page may read this answer, nor may a cache keep it.
 */
export function ticketedPages({ config, tickets }: Parts): MiddlewareHandler<AppEnv> {
  const files = serveStatic<AppEnv>({ root: config.distDir });
  return async (c, next) => {
    const isSandboxed = c.req.query(sandboxedParameter) !== undefined;
    // For a name that merely resolves to this machine, it would be that name's own page.
    if (!isSandboxed || foreignHost(c, config) !== null) return next();
    const page = await files(c, async () => undefined);
    if (!page?.headers.get('content-type')?.startsWith('text/html')) return next();
    const ticket = tickets.issue(requestClient(c, config.trustProxyHops));
    const meta = `<meta name="${frameTicketName}" content="${ticket}">`;
    c.header('cache-control', 'private, no-store');
    // Those of the file, which the page is no longer.
    c.header('content-length', undefined);
    c.header('last-modified', undefined);
    return c.html((await page.text()).replace('<head>', `<head>${meta}`));
  };
}
