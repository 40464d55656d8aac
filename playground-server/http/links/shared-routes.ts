import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptSnippet, LinkStore } from '../../links/link-store.ts';
import { languageTable, refusableCalls, snippetTitle } from '../../protocol/index.ts';
import { fillTemplate } from '../site/fill-template.ts';
import { readersLanguage } from '../site/readers-language.ts';
import type { App, AppContext, ServerParts } from '../server-parts.ts';

type Parts = Pick<ServerParts, 'config' | 'links'>;

/** Nothing in such an answer may run or load, whatever a stranger wrote into it. */
const inert = "default-src 'none'; frame-ancestors 'none'; sandbox";

/**
 * The address that people pass on: `/s/{id}` leads to the playground in the reader's language,
 * shows the snippet to browsers without JavaScript, and tells crawlers what it is; `/s/{id}/raw` is
 * its text.
 */
export function addSharedRoutes(app: App, { config, links }: Parts): void {
  app.get('/s/:id/raw', (c, next) => {
    const shared = find(c, links);
    return shared ? rawText(c, shared) : next();
  });
  app.get('/s/:id', async (c) => {
    const shared = find(c, links);
    const page = await sharedPage(c, config.distDir, shared);
    if (page !== null) return c.html(page, shared ? 200 : 404);
    return shared ? c.redirect(`/s/${shared.id}/raw`) : c.notFound();
  });
}

type Shared = KeptSnippet & { id: string };

/**
 * Keeps shared snippets out of search engines: what strangers wrote does not speak for this site.
 */
function find(c: AppContext, links: LinkStore | null): Shared | null {
  c.header('x-robots-tag', 'noindex');
  const id = c.req.param('id') ?? '';
  const snippet = links?.find(id);
  return snippet ? { id, ...snippet } : null;
}

function rawText(c: AppContext, { id, source, language }: Shared): Response {
  c.header('content-security-policy', inert);
  c.header('content-disposition', `inline; filename="${id}.${languageTable[language].extension}"`);
  // The same address never means another text, but it may cease to mean anything.
  c.header('cache-control', 'public, max-age=3600');
  return c.text(source);
}

/** The site's own page around a snippet; null if the site is not built. */
async function sharedPage(
  c: AppContext,
  distDir: string,
  shared: Shared | null,
): Promise<string | null> {
  const name = shared ? 'kept.html' : 'unknown.html';
  const path = join(distDir, readersLanguage(c), 'shared', name);
  const template = await readFile(path, 'utf8').catch(() => null);
  if (template === null) return null;
  c.header('vary', 'Accept-Language, Cookie');
  c.header('cache-control', 'no-cache');
  return fillTemplate(template, shared ? fieldsOf(shared) : {});
}

function fieldsOf({ id, language, source, conditions }: Shared): Record<string, string | null> {
  const calls = refusableCalls.filter((call) => source.includes(call));
  return {
    id,
    language,
    source,
    title: snippetTitle(source),
    calls: calls.length > 0 ? ` (${calls.join(', ')})` : '',
    conditions: conditions ? JSON.stringify(conditions) : '',
  };
}
