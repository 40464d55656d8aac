import type { MdastNode } from 'satteri';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Lang } from '../../../site/facts/localized.ts';
import { attributesOf, childrenOf, mdxTree, walk } from '../manual/mdx-tree.ts';
import { codeMark, passageOf, type Passage } from './passage.ts';

const titlesSchema = z.object({ title: z.string(), description: z.string().optional() });
const blocks: readonly string[] = ['paragraph', 'heading', 'tableCell'];

/** The prose of a page: each block of text on its own, and two lines of the front matter, the titles. */
export function mdxPassages(lang: Lang, file: string, source: string): Passage[] {
  const nodes = [...walk(mdxTree(source))];
  return nodes.flatMap((node) => {
    if (node.type === 'yaml') return titles(lang, file, node.value);
    const { title } = attributesOf(node);
    if (title) return [passageOf(lang, `${file}:${lineOf(node)}`, title)];
    return blocks.includes(node.type) ? [block(lang, file, node)] : [];
  });
}

const lineOf = (node: MdastNode) => node.position?.start.line ?? 1;

function titles(lang: Lang, file: string, yaml: string): Passage[] {
  const { title, description } = titlesSchema.parse(parse(yaml));
  return [title, description ?? ''].map((text) => passageOf(lang, `${file}:2`, text));
}

function block(lang: Lang, file: string, node: MdastNode): Passage {
  const code = [...walk(node)].flatMap((below) => (below.type === 'inlineCode' ? below.value : []));
  return {
    lang,
    where: `${file}:${lineOf(node)}`,
    text: flatten(node, () => codeMark),
    full: flatten(node, (value) => value),
    code,
  };
}

function flatten(node: MdastNode, ofCode: (value: string) => string): string {
  if (node.type === 'inlineCode') return ofCode(node.value);
  if (node.type === 'text') return node.value.replaceAll('\n', ' ');
  if (node.type === 'break') return ' ';
  // A component without text of its own stands for words that it shows.
  const written = childrenOf(node)
    .map((child) => flatten(child, ofCode))
    .join('');
  return node.type === 'mdxJsxTextElement' && written === '' ? codeMark : written;
}

/** What a page shows as code: fenced, or set off in its prose. */
export function mdxCode(source: string): { line: number; code: string }[] {
  return [...walk(mdxTree(source))].flatMap((node) =>
    node.type === 'code' || node.type === 'inlineCode'
      ? [{ line: lineOf(node), code: node.value }]
      : [],
  );
}
