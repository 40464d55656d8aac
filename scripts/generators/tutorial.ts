import { readFileSync } from 'node:fs';
import { demo, guideCode } from '../../site/embed/guide/guide-code.ts';

/** The embeds of the tutorial. `plugin` is the fence of the package’s plugins for Markdown. */
export const columns = ['guide paste', 'C fence', 'TS fence', 'line numbers', 'plugin'] as const;
export type Column = (typeof columns)[number];

/** What a tutorial is written from. A generator adds its own syntax, and nothing else. */
export interface Tutorial {
  /** The guide’s listings, letter for letter. */
  script: string;
  markdownPaste: string;
  htmlPaste: string;
  /** A line before a fence, as in the guide. */
  fence: (column: Column, meta?: string) => string;
  /** A fence that itself says that it runs. */
  pluginFence: string;
  /** The tag around a block of HTML. */
  tag: (column: Column, attributes?: string) => string;
}

const read = (name: string) =>
  readFileSync(new URL(`../../tests/embed/${name}`, import.meta.url), 'utf8').trimEnd();

/** What the pages in tests/embed have, which nobody runs, as a program that does. */
const typescript = read('typescript.txt')
  .replace('{ io_setup }', '{ AioContext, io_setup }')
  .replace('[0n] as [bigint]', 'new AioContext()');

/** What the author of each embed wrote. */
export const sources: Readonly<Record<Column, string>> = {
  'guide paste': demo.source,
  'C fence': read('c.txt'),
  'TS fence': typescript,
  'line numbers': read('c.txt'),
  plugin: read('c.txt'),
};

/** What an embed is found by on the page: an attribute of the tag, or of what carries it. */
export function selectorOf(column: Column): string {
  const isGuides = column === 'guide paste';
  const attribute = isGuides ? `lines="${demo.lines}"` : `label="${column}"`;
  return `.live-man[data-${attribute}], live-man[${attribute}]`;
}

const languageOf = (column: Column) => (column === 'TS fence' ? 'typescript' : 'c');
const fence = (column: Column, meta: string) =>
  `\`\`\`${languageOf(column)}${meta}\n${sources[column]}\n\`\`\``;
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** @param origin the server on which its readers run what it shows */
export function writeTutorial(origin: string): Tutorial {
  const guide = guideCode(origin, 'en', { version: 1, integrity: '' });
  return {
    script: guide.script,
    markdownPaste: guide.markdown,
    htmlPaste: guide['own-code'],
    fence: (column, meta = '') =>
      `<div class="live-man" data-label="${column}"></div>\n\n${fence(column, meta)}`,
    pluginFence: fence('plugin', ' live-man label=plugin'),
    tag: (column, attributes = '') =>
      `<live-man label="${column}"><pre><code class="language-${languageOf(column)}"${attributes}>${escaped(
        sources[column],
      )}</code></pre></live-man>`,
  };
}
