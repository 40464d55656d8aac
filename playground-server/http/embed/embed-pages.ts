import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../server-parts.ts';

const embedPage = /^\/(\w+)\/embed\//;

/** Language of a page that is made to stand in a frame of somebody else's: `/en/embed/…`. */
export const embedLanguage = (path: string): string | undefined => embedPage.exec(path)?.[1];

/** The script that tutorials load. Its address stays for good, so its content has to be renewed. */
export const embedScript = '/embed.js';

/** Ten minutes without asking, a week while asking: no tutorial waits for it twice. */
export const embedScriptLifetime = 'public, max-age=600, stale-while-revalidate=604800';

/** For `<script>` on pages of any origin: also with `crossorigin`, or under their own COEP. */
export const forAnyOrigin: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  c.header('access-control-allow-origin', '*');
  c.header('cross-origin-resource-policy', 'cross-origin');
};
