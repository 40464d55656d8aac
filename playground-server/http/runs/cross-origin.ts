import { cors } from 'hono/cors';

/**
 * Lets pages of these origins read answers; `*` for any page. There are no cookies and no passwords
 * in either case.
 */
export const crossOrigin = (origins: readonly string[]) =>
  cors({
    origin: origins.includes('*') ? '*' : [...origins],
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['content-type'],
    exposeHeaders: ['retry-after'],
    maxAge: 86_400,
  });
