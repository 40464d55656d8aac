import { cors } from 'hono/cors';
import { frameTicketName } from '../../protocol/frame-ticket.ts';
import type { AppContext } from '../server-parts.ts';

/**
 * Lets pages of these origins read answers; `*` for any page. There are no cookies and no passwords
 * in either case.
 *
 * @param isFrameOfOurs what is true of requests that have no origin, and may read answers all the same
 */
export const crossOrigin = (
  origins: readonly string[],
  isFrameOfOurs: (c: AppContext) => boolean = () => false,
) =>
  cors({
    origin: origins.includes('*')
      ? '*'
      : (origin, c: AppContext) =>
          origins.includes(origin) || asksForFrame(c) || isFrameOfOurs(c) ? origin : null,
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['content-type', frameTicketName],
    exposeHeaders: ['retry-after'],
    maxAge: 86_400,
  });

/** A browser asks beforehand whether a ticket may be sent, and shows it only then. */
const asksForFrame = (c: AppContext): boolean =>
  c.req.method === 'OPTIONS' &&
  c.req.header('origin') === 'null' &&
  (c.req.header('access-control-request-headers') ?? '').split(/, ?/).includes(frameTicketName);
