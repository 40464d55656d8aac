import {
  resultRendererFile,
  uiLanguages,
  type NamedResult,
  type ResultRenderer,
  type SignedResult,
} from '../../protocol/index.ts';
import { loadTemplate } from '../site/load-renderer.ts';
import { readersLanguage } from '../site/readers-language.ts';
import type { App, AppContext } from '../server-parts.ts';
import { fillComparisonPage } from './fill-result-page.ts';
import { missing, type FindResult } from './missing-result.ts';

const id = '[0-9a-z]{19}';
const pair = `:pair{${id}\\.\\.\\.${id}}`;
const language = `:lang{${uiLanguages.join('|')}}`;

/**
 * Two results beside each other: `/r/{id}...{id}`, a page in the reader's language, which
 * `/fr/r/{id}...{id}` names. `/r/{id}?with=` leads there, with whatever names the other.
 */
export function addComparisonPages(app: App, distDir: string, find: FindResult): void {
  const page = async (c: AppContext): Promise<Response> => {
    c.header('vary', 'Accept-Language, Cookie');
    const ids = (c.req.param('pair') ?? '').split('...');
    const found = await Promise.all(ids.map((each) => find(c, each)));
    const results: NamedResult[] = [];
    for (const [at, answer] of found.entries()) {
      if (answer.kind !== 'found') return missing(c, distDir, answer.kind);
      const { result } = JSON.parse(answer.kept) as SignedResult;
      results.push({ id: ids[at]!, result });
    }
    return showComparison(c, distDir, results);
  };
  app.get(`/r/${pair}`, page);
  app.get(`/${language}/r/${pair}`, page);
}

/** Where a form leads that names a second result by its address; null if it names none. */
export function comparisonPath(first: string, named: string): string | null {
  // An address, or the name alone.
  const second = named.slice(0, 300).match(new RegExp(id, 'g'))?.at(-1);
  return second === undefined ? null : `/r/${first}...${second}`;
}

async function showComparison(
  c: AppContext,
  distDir: string,
  results: readonly NamedResult[],
): Promise<Response> {
  const lang = c.req.param('lang') ?? readersLanguage(c);
  const page = `${lang}/shared/result`;
  const built = await loadTemplate<ResultRenderer>(distDir, page, resultRendererFile);
  if (built === null) return c.notFound();
  const template = fillComparisonPage(built.template, results);
  c.header('cache-control', 'no-cache');
  return c.html(built.renderer.renderComparison(template, results));
}
