import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptSnippet, LinkStore } from '../../links/link-store.ts';
import type { FindAnswer } from '../../links/text-store.ts';
import {
  allKernels,
  conditionsInForm,
  languageTable,
  snippetTitle,
  typedWords,
} from '../../protocol/index.ts';
import { callsNamed } from './calls-named.ts';
import { linksUnreachable } from './links-unreachable.ts';
import type { Pictures } from '../pictures/pictures.ts';
import { sendPicture } from '../pictures/send-picture.ts';
import { fillTemplate } from '../site/fill-template.ts';
import { inert, keptAnHour } from '../site/passed-on.ts';
import { readersLanguage } from '../site/readers-language.ts';
import type { App, AppContext, ServerParts } from '../server-parts.ts';

type Parts = Pick<ServerParts, 'config' | 'links'>;

/**
 * The address that people pass on: `/s/{id}` leads to the playground in the reader's language,
 * shows the snippet to browsers without JavaScript, and tells crawlers what it is; `/s/{id}/raw` is
 * its text, `/s/{id}.png` a picture for the cards of other sites.
 */
export function addSharedRoutes(app: App, { config, links }: Parts, pictures: Pictures): void {
  app.get('/s/:id/raw', async (c, next) => {
    const answer = await find(c, links);
    if (answer.kind === 'unreachable') return c.body(null, 503);
    return answer.kind === 'found' ? rawText(c, answer.kept) : next();
  });
  app.get('/s/:file{[0-9a-z]{19}\\.png}', async (c) => {
    const answer = await find(c, links, c.req.param('file').replace('.png', ''));
    if (answer.kind === 'unreachable') return c.body(null, 503);
    if (answer.kind === 'unknown') return c.notFound();
    const { source, language } = answer.kept;
    return sendPicture(c, pictures, c.req.path, { kind: 'snippet', source, language });
  });
  app.get('/s/:id', async (c) => {
    const answer = await find(c, links);
    const page = await sharedPage(c, config.distDir, answer);
    if (page !== null) return c.html(page, statuses[answer.kind]);
    return answer.kind === 'unknown' ? c.notFound() : c.redirect(`${c.req.path}/raw`);
  });
}

type Shared = KeptSnippet & { id: string };
type Found = FindAnswer<Shared>;

const statuses = { found: 200, unknown: 404, unreachable: 503 } as const;

/**
 * Keeps shared snippets out of search engines: what strangers wrote does not speak for this site.
 */
async function find(
  c: AppContext,
  links: LinkStore | null,
  id = c.req.param('id') ?? '',
): Promise<Found> {
  c.header('x-robots-tag', 'noindex');
  const answer = (await links?.find(id)) ?? { kind: 'unknown' };
  if (answer.kind === 'unreachable')
    c.header('retry-after', String(linksUnreachable.retryAfterSeconds));
  return answer.kind === 'found' ? { kind: 'found', kept: { id, ...answer.kept } } : answer;
}

function rawText(c: AppContext, { id, source, language }: Shared): Response {
  c.header('content-security-policy', inert);
  c.header('content-disposition', `inline; filename="${id}.${languageTable[language].extension}"`);
  c.header('cache-control', keptAnHour);
  return c.text(source);
}

const pages = {
  found: 'kept.html',
  unknown: 'unknown.html',
  unreachable: 'unreachable.html',
} as const;

/** The site's own page around a snippet, or about there being none; null if the site is not built. */
async function sharedPage(c: AppContext, distDir: string, answer: Found): Promise<string | null> {
  const path = join(distDir, readersLanguage(c), 'shared', pages[answer.kind]);
  const template = await readFile(path, 'utf8').catch(() => null);
  if (template === null) return null;
  c.header('vary', 'Accept-Language, Cookie');
  c.header('cache-control', 'no-cache');
  return fillTemplate(template, answer.kind === 'found' ? fieldsOf(answer.kept) : {});
}

function fieldsOf(shared: Shared): Record<string, string | null> {
  const { id, language, source, conditions, kernel, tape, stdin } = shared;
  const { arguments: words } = shared;
  return {
    id,
    language,
    source,
    title: snippetTitle(source),
    calls: callsNamed(source),
    ...conditionsInForm(conditions),
    tape: tape ?? '',
    arguments: words ? typedWords(words) : '',
    stdin: stdin ?? '',
    asked: askedFor({ ...conditions, tape, arguments: words, stdin }),
    // Without JavaScript there is no comparing: the form asks for the server's kernel.
    kernel: kernel === allKernels ? '' : (kernel ?? ''),
  };
}

/** A program may have been given 64 KiB to read. */
const mostAsked = 1000;

/** What a snippet is run with, for people to read before they run it; empty if it is nothing special. */
function askedFor(all: Record<string, unknown>): string {
  const json = JSON.stringify(all);
  if (json === '{}') return '';
  return json.length > mostAsked ? `${json.slice(0, mostAsked)}…` : json;
}
