import type { MiddlewareHandler } from 'hono';
import type { ServerConfig } from '../../config.ts';
import { embedLanguage } from '../embed/embed-pages.ts';
import { scriptHashesOf } from './script-hashes.ts';
import type { AppEnv } from '../server-parts.ts';

/**
 * Content-Security-Policy. Scripts are the site's own files, and the inline ones it was built with
 * by their hashes: nothing that got into a page otherwise runs. Pagefind's search is WebAssembly;
 * Monaco writes style elements and attributes, and starts workers from blobs. An answer that has
 * a policy of its own keeps it.
 */
export function contentPolicy({
  distDir,
  frameAncestors,
}: Pick<ServerConfig, 'distDir' | 'frameAncestors'>): MiddlewareHandler<AppEnv> {
  const hashes = scriptHashesOf(distDir);
  return async (c, next) => {
    await next();
    if (c.res.headers.has('content-security-policy')) return;
    // The site's own dialogue shows a preview of what is embedded.
    const ancestors = embedLanguage(c.req.path) ? `'self' ${frameAncestors}` : "'none'";
    c.header('content-security-policy', render(hashes(), ancestors));
  };
}

const render = (hashes: readonly string[], ancestors: string): string =>
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
    `frame-ancestors ${ancestors}`,
  ].join('; ');
