import {
  resultRendererFile,
  snippetTitle,
  sourceLanguage,
  type ResultRenderer,
  type SignedResult,
} from '../../protocol/index.ts';
import { sourceTitle } from '../../protocol/source-title.ts';
import { loadRenderer } from '../site/load-renderer.ts';
import type { ServerParts } from '../server-parts.ts';
import { cardSize } from '../../protocol/card-size.ts';
import { framed, pictured, thumbnail, type OembedResponse, type Wanted } from './oembed.ts';

type Parts = Pick<ServerParts, 'config' | 'links' | 'results'>;

const keptAddress = /^\/(?:(?<lang>\w\w)\/)?(?<kind>[rs])\/(?<id>[0-9a-z]{19})$/;
/** Of a snippet that is known, though not how it will run: some lines and calls. */
const standardHeight = 1000;

/**
 * How to embed what readers have kept: a short link as a playground, a result as its picture. Null if
 * the address is of neither, or nothing is kept under it.
 */
export async function keptOembed(
  { origin, pathname }: URL,
  { config, links, results }: Parts,
  wanted: Wanted,
): Promise<OembedResponse | null> {
  const { lang = sourceLanguage, kind, id } = keptAddress.exec(pathname)?.groups ?? {};
  if (id === undefined) return null;
  if (kind === 's') {
    const answer = await links?.find(id);
    if (answer?.kind !== 'found') return null;
    const title = snippetTitle(answer.kept.source) ?? 'live-man';
    const src = `${origin}/${lang}/embed/#s.${id}`;
    const frame = framed({ origin, lang, title, src, height: standardHeight }, wanted);
    return { ...frame, ...thumbnail(`${origin}/s/${id}.png`, wanted) };
  }
  const answer = await results?.find(id);
  if (answer?.kind !== 'found') return null;
  const renderer = await loadRenderer<ResultRenderer>(config.distDir, resultRendererFile);
  if (renderer === null) return null;
  const { result } = JSON.parse(answer.kept) as SignedResult;
  const title = sourceTitle(result.request);
  const size = cardSize(renderer.renderResultCard(result, title));
  const picture = pictured({ origin, lang, title, url: `${origin}/r/${id}.svg`, ...size }, wanted);
  return { ...picture, ...thumbnail(`${origin}/r/${id}.png`, wanted) };
}
