import { snippetTitle, type NamedResult, type ShownResult } from '../../protocol/index.ts';
import { callsNamed } from '../links/calls-named.ts';
import { fillTemplate } from '../site/fill-template.ts';

/** Where the build has put the template, below its language: what links of its own lead to. */
const templatePath = '/shared/result/';

/** The head of the page, and the links that the layout makes, such as those to other languages. */
export function fillResultPage(
  template: string,
  { id, result: { request } }: Pick<ShownResult, 'id' | 'result'>,
): string {
  return fillTemplate(template.replaceAll(templatePath, `/r/${id}`), {
    id,
    pictured: id,
    title: snippetTitle(request.source),
    calls: callsNamed(request.source),
  });
}

/** Of a picture of the result, which two results do not have. */
const oembedLink = /<link[^>]*json\+oembed[^>]*>/;

/** The same for the page about two results. */
export function fillComparisonPage(template: string, results: readonly NamedResult[]): string {
  const id = results.map((each) => each.id).join('...');
  const titles = results.flatMap(({ result: { request } }) => snippetTitle(request.source) ?? []);
  return fillTemplate(template.replaceAll(templatePath, `/r/${id}`).replace(oembedLink, ''), {
    id,
    // Two results have no picture of both.
    pictured: results[0]?.id ?? id,
    title: [...new Set(titles)].join(' · ') || null,
    calls: '',
  });
}
