import {
  resultRendererFile,
  uiLanguages,
  type ResultRenderer,
  type SignedResult,
} from '../../protocol/index.ts';
import { linksUnreachable } from '../links/links-unreachable.ts';
import { gatherEvents, standardPageBounds } from '../runs/gather-events.ts';
import { sendPicture } from '../pictures/send-picture.ts';
import type { Pictures } from '../pictures/pictures.ts';
import { loadRenderer, loadTemplate } from '../site/load-renderer.ts';
import { forPagesOfAnyOrigin, keptAnHour } from '../site/passed-on.ts';
import { readersLanguage } from '../site/readers-language.ts';
import type { App, AppContext, ServerParts } from '../server-parts.ts';
import { addComparisonPages, comparisonPath } from './comparison-pages.ts';
import { fillResultPage } from './fill-result-page.ts';
import { missing, type FindResult } from './missing-result.ts';
import { sourceTitle } from '../../protocol/source-title.ts';

type Parts = Pick<ServerParts, 'config' | 'results'>;

const id = '[0-9a-z]{19}';
const language = `:lang{${uiLanguages.join('|')}}`;

/** Such an answer runs nothing and loads nothing; it is a picture with a style of its own. */
const inertPicture =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

/**
 * The address of a result that people pass on: `/r/{id}` is a page in the reader's language, which
 * `/fr/r/{id}` names; `/r/{id}.json` is what was signed, `/r/{id}.svg` a picture, `/r/{id}.png` one for
 * the cards of other sites. Nothing of it runs.
 */
export function addResultPages(app: App, { config, results }: Parts, pictures: Pictures): void {
  const findNamed: FindResult = async (c, name) => {
    // What strangers wrote does not speak for this site.
    c.header('x-robots-tag', 'noindex');
    const answer = (await results?.find(name)) ?? { kind: 'unknown' };
    if (answer.kind === 'unreachable')
      c.header('retry-after', String(linksUnreachable.retryAfterSeconds));
    return answer;
  };
  const find = (c: AppContext) =>
    findNamed(c, /[0-9a-z]{19}/.exec(c.req.path.split('/').at(-1) ?? '')?.[0] ?? '');
  const page = async (c: AppContext) => {
    c.header('vary', 'Accept, Accept-Language, Cookie');
    const comparison = comparisonPath(c.req.param('id') ?? '', c.req.query('with') ?? '');
    if (comparison !== null) return c.redirect(comparison);
    const answer = await find(c);
    if (answer.kind !== 'found') return missing(c, config.distDir, answer.kind);
    return prefersJson(c) ? json(c, answer.kept) : showPage(c, config.distDir, answer.kept);
  };
  addComparisonPages(app, config.distDir, findNamed);
  app.get(`/r/:id{${id}}`, page);
  app.get(`/${language}/r/:id{${id}}`, page);
  app.get(`/r/:file{${id}\\.json}`, async (c) => {
    const answer = await find(c);
    return answer.kind === 'found' ? json(c, answer.kept) : missing(c, config.distDir, answer.kind);
  });
  app.get(`/r/:file{${id}\\.svg}`, async (c) => {
    const answer = await find(c);
    if (answer.kind !== 'found') return missing(c, config.distDir, answer.kind);
    return picture(c, config.distDir, answer.kept);
  });
  app.get(`/r/:file{${id}\\.png}`, async (c) => {
    const answer = await find(c);
    if (answer.kind !== 'found') return missing(c, config.distDir, answer.kind);
    return sendPicture(c, pictures, c.req.path, { kind: 'result', signed: answer.kept });
  });
}

const prefersJson = (c: AppContext): boolean =>
  /^application\/json\b/.test(c.req.header('accept') ?? '');

function json(c: AppContext, text: string): Response {
  c.header('cache-control', keptAnHour);
  return c.body(text, 200, { 'content-type': 'application/json' });
}

async function picture(c: AppContext, distDir: string, text: string): Promise<Response> {
  const renderer = await loadRenderer<ResultRenderer>(distDir, resultRendererFile);
  if (renderer === null) return c.notFound();
  const { result } = JSON.parse(text) as SignedResult;
  c.header('content-security-policy', inertPicture);
  forPagesOfAnyOrigin(c);
  c.header('cache-control', keptAnHour);
  const svg = renderer.renderResultCard(result, sourceTitle(result.request));
  return c.body(svg, 200, { 'content-type': 'image/svg+xml' });
}

async function showPage(c: AppContext, distDir: string, text: string): Promise<Response> {
  const lang = c.req.param('lang') ?? readersLanguage(c);
  const name = c.req.param('id') ?? '';
  const page = `${lang}/shared/result`;
  const built = await loadTemplate<ResultRenderer>(distDir, page, resultRendererFile);
  if (built === null) return c.redirect(`/r/${name}.json`);
  const { result } = JSON.parse(text) as SignedResult;
  const { events, omitted } = await gatherEvents(linesOf(result.events), standardPageBounds);
  const shown = { id: name, result: { ...result, events }, omitted };
  c.header('cache-control', 'no-cache');
  return c.html(
    await built.renderer.renderResultPage(fillResultPage(built.template, shown), shown),
  );
}

async function* linesOf(events: readonly object[]): AsyncGenerator<string> {
  for (const event of events) yield JSON.stringify(event);
}
