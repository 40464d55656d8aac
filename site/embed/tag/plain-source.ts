import { languages, languageTable } from '../../../playground-server/protocol/language-table.ts';

/** The code that the author has put between the tags, and the language its class names. */
export interface PlainSource {
  source: string;
  language: string | null;
}

/** `language-c`, as HTML suggests for code elements and most highlighters write. */
const languageClass = /(?:^|\s)lang(?:uage)?-([\w+#]+)/;

/** Reads `<pre><code class="language-c">…`; null where there is no `<pre>`. */
export function plainSource(element: HTMLElement): PlainSource | null {
  const pre = element.querySelector('pre');
  if (!pre) return null;
  const code = pre.querySelector('code') ?? pre;
  const name = languageClass.exec(`${code.className} ${pre.className}`)?.[1] ?? null;
  return {
    // Authors put the tag on a line of its own; a parser takes only the line feed after <pre>.
    source: `${(code.textContent ?? '').replace(/^\s*\n/, '').trimEnd()}\n`,
    language: name && fullName(name),
  };
}

/** The name by which the playground knows the language, where it does. */
const fullName = (name: string): string =>
  languages.find((language) =>
    (languageTable[language].aliases as readonly string[]).includes(name),
  ) ?? name;
