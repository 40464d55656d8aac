import { cors } from 'hono/cors';

/**
 * Any page may call the API: there are no cookies and no passwords, so a foreign page gets nothing
 * through a reader's browser that it could not ask for itself.
 */
export const crossOrigin = () =>
  cors({
    origin: '*',
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['content-type'],
    exposeHeaders: ['retry-after'],
    maxAge: 86_400,
  });
