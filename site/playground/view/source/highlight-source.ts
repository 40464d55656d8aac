import { html, Html } from '../../../markup/html.ts';
import { languageRows } from '../languages/language-table.ts';

/** What a browser colours of a source that was not highlighted at build time: of any language. */
const keywords = Object.values(languageRows).flatMap((row) => row.keywords.split(' '));

const token = new RegExp(
  [
    String.raw`(?<comment>//[^\n]*|/\*[^]*?(?:\*/|$(?![^])))`,
    String.raw`(?<string>"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|\`[^\`]*\`?|(?<=#\s*include\s*)<[^>\n]*>)`,
    String.raw`(?<keyword>^[ \t]*#[ \t]*\w+|\b(?:${keywords.join('|')})\b)`,
    String.raw`(?<constant>\b(?:0[xX][\da-fA-F]+|\d[\d.]*)\w*)`,
    String.raw`(?<function>\b[A-Za-z_]\w*(?=\s*\())`,
  ].join('|'),
  'gm',
);

/** The lines of a source as markup, in the classes that the build gives to an example. */
export function highlightSource(source: string): Html[] {
  const pieces: Html[] = [];
  let end = 0;
  for (const match of source.matchAll(token)) {
    const [name] = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined) ?? [];
    pieces.push(html`${source.slice(end, match.index)}`, coloured(match[0], name));
    end = match.index + match[0].length;
  }
  pieces.push(html`${source.slice(end)}`);
  return html`${pieces}`.markup.split('\n').map((line) => new Html(line));
}

/** A comment may go on for lines: each gets a part of its own. */
const coloured = (text: string, name: string | undefined): Html =>
  new Html(
    text
      .split('\n')
      .map((line) => html`<span class="tok-${name}">${line}</span>`.markup)
      .join('\n'),
  );

/** One line, numbered from 1, with an address and a place for its result. */
export const sourceLine = (text: Html, line: number, id: string): Html =>
  html`<span class="line" id="${id}-L${line}" data-line="${line}"
    ><span class="line-text">${text}</span><span class="line-end"></span
  ></span>`;

/** A whole source as StaticSource expects it: lines with an address and a place for a result. */
export function sourceMarkup(source: string, id: string, label: string): Html {
  const lines = highlightSource(source).map((text, at) => sourceLine(text, at + 1, id));
  const code = new Html(lines.map(({ markup }) => markup).join('\n'));
  return html`<pre
    class="source"
    tabindex="0"
    translate="no"
    role="region"
    aria-label="${label}"
  ><code>${code}</code></pre>`;
}
