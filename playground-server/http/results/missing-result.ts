import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FindAnswer } from '../../links/text-store.ts';
import { readersLanguage } from '../site/readers-language.ts';
import type { AppContext } from '../server-parts.ts';

/** Looks for a result by its name, on behalf of a request. */
export type FindResult = (c: AppContext, name: string) => Promise<FindAnswer<string>>;

const missingPages = {
  unknown: ['unknown.html', 404],
  unreachable: ['unreachable.html', 503],
} as const;

/** The page in place of a result that is not to be had. */
export async function missing(
  c: AppContext,
  distDir: string,
  kind: keyof typeof missingPages,
): Promise<Response> {
  const [file, status] = missingPages[kind];
  const lang = c.req.param('lang') ?? readersLanguage(c);
  const page = await readFile(join(distDir, lang, 'shared', file), 'utf8').catch(() => null);
  return page === null ? c.body(null, status) : c.html(page, status);
}
