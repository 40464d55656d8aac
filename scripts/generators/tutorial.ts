import { readFileSync } from 'node:fs';
import { demo, guideCode } from '../../site/embed/guide/guide-code.ts';

/**
 * The embeds of the tutorial. The last is a block that itself says that it runs: by the package’s plugins
 * for Markdown, or by a class.
 */
export const columns = [
  'guide paste',
  'C fence',
  'TS fence',
  'line numbers',
  'on the block',
] as const;
export type Column = (typeof columns)[number];

/** What a tutorial is written from. A generator adds its own syntax, and nothing else. */
export interface Tutorial {
  /** The guide’s listings, letter for letter. */
  script: string;
  markdownPaste: string;
  htmlPaste: string;
  source: (column: Column) => string;
  /** What stands before a block, as in the guide. */
  line: (column: Column) => string;
  /** A fence alone; and with the line before it. */
  block: (column: Column, meta?: string) => string;
  fence: (column: Column, meta?: string) => string;
  /** A fence for the package’s plugins. */
  pluginFence: string;
  /** The tag around a block of HTML. */
  tag: (column: Column, attributes?: string) => string;
}

/** MDX has attributes of its own: the guide says so. */
export const inMdx = (text: string): string => text.replace('<div class=', '<div className=');

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
  'on the block': read('c.txt'),
};

/** What an embed is found by on the page: an attribute of the tag, or of what carries it. */
export function selectorOf(column: Column): string {
  const isGuides = column === 'guide paste';
  const attribute = isGuides ? `lines="${demo.lines}"` : `label="${column}"`;
  // A class alone says no more, and its tag is none of the others.
  const bare = column === 'on the block' ? ', live-man:not([label], [lines])' : '';
  return `.live-man[data-${attribute}], live-man[${attribute}]${bare}`;
}

const languageOf = (column: Column) => (column === 'TS fence' ? 'typescript' : 'c');
const line = (column: Column) => `<div class="live-man" data-label="${column}"></div>`;
const block = (column: Column, meta = '') =>
  `\`\`\`${languageOf(column)}${meta}\n${sources[column]}\n\`\`\``;
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** @param origin the server on which its readers run what it shows */
export function writeTutorial(origin: string): Tutorial {
  const guide = guideCode(origin, 'en', { version: 1, integrity: '' });
  return {
    script: guide.script,
    markdownPaste: guide.markdown,
    htmlPaste: guide['own-code'],
    source: (column) => sources[column],
    line,
    block,
    fence: (column, meta = '') => `${line(column)}\n\n${block(column, meta)}`,
    pluginFence: block('on the block', ' live-man'),
    tag: (column, attributes = '') =>
      `<live-man label="${column}"><pre><code class="language-${languageOf(column)}"${attributes}>${escaped(
        sources[column],
      )}</code></pre></live-man>`,
  };
}
