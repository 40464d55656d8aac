import { languages, languageTable } from '../../../playground-server/protocol/language-table.ts';

/** The code that the author put between the tags, and the language that its class names. */
export interface PlainSource {
  source: string;
  language: string | null;
}

/** `language-c`, as HTML suggests for code elements and most highlighters write. */
const languageClass = /(?:^|\s)lang(?:uage)?-([\w+#]+)/;

/** Reads `<pre><code class="language-c">…`; null if there is no `<pre>`. */
export function plainSource(element: HTMLElement): PlainSource | null {
  const pre = element.querySelector('pre');
  if (!pre) return null;
  const code = pre.querySelector('code') ?? pre;
  const name = languageClass.exec(`${code.className} ${pre.className}`)?.[1] ?? null;
  return {
    // Authors put the tag on a line of its own, but a parser removes only a line feed after <pre>.
    source: `${(code.textContent ?? '').replace(/^\s*\n/, '').trimEnd()}\n`,
    language: name && fullName(name),
  };
}

/** The playground's name for the language, if it knows it. */
const fullName = (name: string): string =>
  languages.find((language) =>
    (languageTable[language].aliases as readonly string[]).includes(name),
  ) ?? name;
