import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../server-parts.ts';
import { forPagesOfAnyOrigin } from '../site/passed-on.ts';

const embedPage = /^\/(\w+)\/embed\//;

/** Language of a page that is meant for a frame on somebody else's site: `/en/embed/…`. */
export const embedLanguage = (path: string): string | undefined => embedPage.exec(path)?.[1];

/** The script that tutorials load. Its address never changes, so caches must renew its content. */
export const embedScript = '/embed.js';

/** Versions of it: `/embed@1.js`, whose content never changes. */
export const embedVersion = /^\/embed@\d+\.js$/;

/**
 * Fresh for ten minutes, and usable for a week while it is renewed: no tutorial waits for it twice.
 */
export const embedScriptLifetime = 'public, max-age=600, stale-while-revalidate=604800';

/** The script, pictures of examples and the list of them, and what a frame and its editor load. */
const ofAnyOrigin = /^\/(?:embed(?:@\d+)?\.js|favicon\.svg|(?:embed|symbols|_astro)\/.*)$/;

/**
 * For `<script>` on pages of any origin, even with `crossorigin` or under a COEP of their own; and for
 * frames that their page has put into a sandbox, where they have no origin.
 */
export const forAnyOrigin: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  if (ofAnyOrigin.test(c.req.path)) forPagesOfAnyOrigin(c);
};

/** Pages with a COEP of their own, which WebAssembly with threads needs, frame only those with one. */
export const forIsolatedPages: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  c.header('cross-origin-embedder-policy', 'require-corp');
  c.header('cross-origin-resource-policy', 'cross-origin');
};
