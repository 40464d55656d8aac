import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../server-parts.ts';

const embedPage = /^\/(\w+)\/embed\//;

/** Language of a page that is meant for a frame on somebody else's site: `/en/embed/…`. */
export const embedLanguage = (path: string): string | undefined => embedPage.exec(path)?.[1];

/** The script that tutorials load. Its address never changes, so caches must renew its content. */
export const embedScript = '/embed.js';

/**
 * Fresh for ten minutes, and usable for a week while it is renewed: no tutorial waits for it twice.
 */
export const embedScriptLifetime = 'public, max-age=600, stale-while-revalidate=604800';

/** For `<script>` on pages of any origin, even with `crossorigin` or under a COEP of their own. */
export const forAnyOrigin: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  c.header('access-control-allow-origin', '*');
  c.header('cross-origin-resource-policy', 'cross-origin');
};
