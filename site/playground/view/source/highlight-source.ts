import { html, Html } from '../../../markup/html.ts';
import type { Language } from '../../../../playground-server/protocol/language-table.ts';
import { sourceTokens } from './source-tokens.ts';
import type { TokenName } from './source-tokens.ts';

/** The lines of a source as markup, coloured as an editor colours them. */
export function highlightSource(source: string, language: Language): Html[] {
  const pieces: Html[] = [];
  let end = 0;
  for (const { name, start, text } of sourceTokens(source, language)) {
    pieces.push(html`${source.slice(end, start)}`, coloured(text, name));
    end = start + text.length;
  }
  pieces.push(html`${source.slice(end)}`);
  return html`${pieces}`.markup.split('\n').map((line) => new Html(line));
}

/** A comment may span several lines: each line gets an element of its own. */
const coloured = (text: string, name: TokenName): Html =>
  new Html(
    text
      .split('\n')
      .map((line) => html`<span class="tok-${name}">${line}</span>`.markup)
      .join('\n'),
  );

/** One line, numbered from 1, with an address and a place for its result, which may be empty. */
export const sourceLine = (text: Html, line: number, id: string, result?: Html): Html =>
  html`<span class="line" id="${id}-L${line}" data-line="${line}"
    ><span class="line-text">${text}</span><span class="line-end">${result}</span></span
  >`;

/** How a source is shown: its id and label, and the results of its lines. */
interface SourceDisplay {
  id: string;
  label: string;
  resultOf?: (line: number) => Html | undefined;
}

/** A whole source as StaticSource expects it: lines with an address and a place for a result. */
export function sourceMarkup(
  source: string,
  language: Language,
  { id, label, resultOf }: SourceDisplay,
): Html {
  const lines = highlightSource(source, language).map((text, at) =>
    sourceLine(text, at + 1, id, resultOf?.(at + 1)),
  );
  const code = new Html(lines.map(({ markup }) => markup).join('\n'));
  return html`<pre
    class="source"
    tabindex="0"
    translate="no"
    role="region"
    aria-label="${label}"
  ><code>${code}</code></pre>`;
}
