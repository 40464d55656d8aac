import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { MiddlewareHandler } from 'hono';
import { accepts } from 'hono/accepts';
import type { AppContext, AppEnv } from '../server-parts.ts';
import { pathKind } from './path-kind.ts';

/**
 * Pages as Markdown, `/en/man2/io_setup.md`, at two more addresses: at the page's own, where a request
 * prefers text/markdown, and at its `index.md`.
 */
export function markdownPages(distDir: string): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const [, page, name] = /^(\/.+)\/(index\.md)?$/.exec(c.req.path) ?? [];
    const path = `${page}.md`;
    if (page === undefined || pathKind(join(distDir, path)) !== 'file') return next();
    const isChoice = name === undefined;
    if (isChoice && !prefersMarkdown(c)) {
      await next();
      c.res.headers.append('vary', 'Accept');
      return;
    }
    const answer = await serveStatic<AppEnv>({ root: distDir, path, precompressed: true })(c, next);
    if (!answer) return;
    answer.headers.set('content-location', path);
    answer.headers.set('content-type', 'text/markdown; charset=utf-8');
    if (isChoice) answer.headers.append('vary', 'Accept');
    return answer;
  };
}

const prefersMarkdown = (c: AppContext): boolean =>
  accepts(c, {
    header: 'Accept',
    supports: ['text/html', 'text/markdown'],
    default: 'text/html',
  }) === 'text/markdown';
