import type { MiddlewareHandler } from 'hono';
import type { ServerConfig } from '../../config.ts';
import { embedLanguage } from '../embed/embed-pages.ts';
import { scriptHashesOf } from './script-hashes.ts';
import type { AppEnv } from '../server-parts.ts';

/**
 * Content-Security-Policy. The only scripts that run are the site's own files and, by their hashes,
 * the inline ones with which it was built. Pagefind's search is WebAssembly; Monaco writes style
 * elements and attributes, and starts workers from blobs. An answer with a policy of its own keeps
 * it.
 */
export function contentPolicy({
  distDir,
  frameAncestors,
}: Pick<ServerConfig, 'distDir' | 'frameAncestors'>): MiddlewareHandler<AppEnv> {
  const hashes = scriptHashesOf(distDir);
  return async (c, next) => {
    await next();
    if (c.res.headers.has('content-security-policy')) return;
    const ancestors = embedLanguage(c.req.path) ? whoMayFrame(frameAncestors) : "'none'";
    c.header('content-security-policy', render(hashes(), ancestors));
  };
}

/**
 * The site's own dialogue shows a preview of an embedded page. Null for everybody: a tutorial that is
 * read from a disk has no origin that `*` would include.
 */
const whoMayFrame = (sources: string): string | null =>
  sources === '*' ? null : `'self' ${sources}`;

const render = (hashes: readonly string[], ancestors: string | null): string =>
  [
    "default-src 'self'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    ...(ancestors === null ? [] : [`frame-ancestors ${ancestors}`]),
  ].join('; ');
