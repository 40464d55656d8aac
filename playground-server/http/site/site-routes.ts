import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import {
  embedLanguage,
  embedScript,
  embedScriptLifetime,
  embedVersion,
  forAnyOrigin,
  forIsolatedPages,
} from '../embed/embed-pages.ts';
import { ticketedPages } from '../embed/ticketed-pages.ts';
import { uiLanguages } from '../../protocol/index.ts';
import { markdownPages } from './markdown-pages.ts';
import { pathKind } from './path-kind.ts';
import { readersLanguage } from './readers-language.ts';
import { shortAddresses } from './short-addresses.ts';
import { siteNotBuilt } from './site-not-built.ts';
import type { App, AppContext, AppEnv, ServerParts } from '../server-parts.ts';

type Middleware = MiddlewareHandler<AppEnv>;

/** Serves the built site: one directory with an index.html per page. */
export function addSiteRoutes(app: App, parts: Pick<ServerParts, 'config' | 'tickets'>): void {
  const { distDir } = parts.config;
  if (!isDirectory(distDir)) {
    app.get('*', (c) => c.text(siteNotBuilt, 503));
    return;
  }
  const files: Middleware = serveStatic({ root: distDir, precompressed: true });
  app.use(forAnyOrigin);
  app.use('/:lang/embed/*', forIsolatedPages, compress(), ticketedPages(parts));
  app.get(
    '*',
    cacheHeaders,
    mediaTypes,
    shortAddresses(distDir),
    closingSlash(distDir),
    markdownPages(distDir),
    files,
  );
}

/** The site's own page for missing addresses, in the language of the address, with status 404. */
export async function siteNotFound(c: AppContext, distDir: string): Promise<Response> {
  // A frame reports what is missing inside itself, and has no room for a page of the manual.
  const language = embedLanguage(c.req.path);
  const path = language ? `${language}/embed/index.html` : `${languageOf(c)}/404/index.html`;
  const page = serveStatic<AppEnv>({ root: distDir, path, precompressed: true });
  const found = isDirectory(distDir) ? await page(c, async () => {}) : undefined;
  if (!found) return c.text('There is nothing here.\n', 404);
  return new Response(found.body, { status: 404, headers: found.headers });
}

/** The language that an address names, or else the reader's. */
function languageOf(c: AppContext): string {
  const [, named] = c.req.path.split('/');
  return uiLanguages.find((known) => known === named) ?? readersLanguage(c);
}

/** Adds the slash at the end of a page's address, without which its relative links would break. */
function closingSlash(distDir: string): Middleware {
  return async (c, next) => {
    const { path } = c.req;
    // A Location of //host would lead to another site.
    const isPage = !path.endsWith('/') && !path.includes('//') && isDirectory(join(distDir, path));
    return isPage ? c.redirect(`${path}/${new URL(c.req.url).search}`, 301) : next();
  };
}

const lifetimeOf = (path: string): string => {
  if (path.startsWith('/_astro/') || embedVersion.test(path))
    return 'public, max-age=31536000, immutable';
  return path === embedScript ? embedScriptLifetime : 'no-cache';
};

/** Names below /_astro/ contain a hash of the content; everything else is revalidated each time. */
const cacheHeaders: Middleware = async (c, next) => {
  await next();
  if (c.res.status !== 200) return;
  c.header('cache-control', lifetimeOf(c.req.path));
  const since = c.req.header('if-modified-since');
  if (!since || c.res.headers.get('last-modified') !== since) return;
  await c.res.body?.cancel();
  const headers = new Headers(c.res.headers);
  headers.delete('content-length');
  c.res = undefined;
  c.res = new Response(null, { status: 304, headers });
};

/** Types that the static file server does not know. Manual pages are named after their volume. */
const mediaTypesByEnd: [end: RegExp, type: string][] = [
  [/\.md$/, 'text/markdown; charset=utf-8'],
  [/\/man\d\w*\/[\w-]+\.\d\w*$/, 'application/x-troff-man; charset=utf-8'],
  [/\/feed\.xml$/, 'application/atom+xml; charset=utf-8'],
  [/\/opensearch\.xml$/, 'application/opensearchdescription+xml; charset=utf-8'],
];

const mediaTypes: Middleware = async (c, next) => {
  await next();
  const [, type] = mediaTypesByEnd.find(([end]) => end.test(c.req.path)) ?? [];
  if (type && c.res.ok) c.res.headers.set('content-type', type);
};

const isDirectory = (path: string): boolean => pathKind(path) === 'directory';
