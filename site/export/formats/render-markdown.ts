import type {
  BlockContent,
  ListItem as ItemNode,
  Paragraph,
  PhrasingContent,
  TableRow,
} from 'mdast';
import type { Block, Definition, Inline, ListItem, ManualDocument } from '../document.ts';
import { text } from '../inlines.ts';
import { markdownOf } from './markdown-of.ts';

/** A page as CommonMark. A definition is a list item that starts with its term. */
export function renderMarkdown({ title, description, url, sections }: ManualDocument): string {
  const children: BlockContent[] = [
    { type: 'heading', depth: 1, children: [{ type: 'inlineCode', value: title }] },
    { type: 'blockquote', children: [paragraph([text(description)]), paragraph([address(url)])] },
    ...sections.flatMap(({ title: heading, blocks }): BlockContent[] => [
      { type: 'heading', depth: 2, children: [{ type: 'text', value: heading }] },
      ...blocks.flatMap(flow),
    ]),
  ];
  return markdownOf(children);
}

/** A part of a page as CommonMark. */
export const renderBlocks = (blocks: readonly Block[]): string => markdownOf(blocks.flatMap(flow));

const address = (url: string): Inline => ({ kind: 'link', href: url, children: [text(url)] });

function flow(block: Block): BlockContent[] {
  switch (block.kind) {
    case 'name':
      return [paragraph([{ kind: 'code', text: block.name }, text(` — ${block.summary}`)])];
    case 'paragraph':
      return [paragraph(block.children)];
    case 'heading':
      return [{ type: 'heading', depth: 3, children: phrasing(block.children) }];
    case 'code':
      return [{ type: 'code', lang: block.language || 'text', value: block.text }];
    case 'list':
      return [list(block.items, block.ordered)];
    case 'table':
      return [{ type: 'table', children: [block.head, ...block.rows].map(tableRow) }];
    case 'definitions':
      return [list(block.items.map(termFirst), false)];
  }
}

const tableRow = (cells: readonly Inline[][]): TableRow => ({
  type: 'tableRow',
  children: cells.map((cell) => ({ type: 'tableCell', children: phrasing(cell) })),
});

const list = (items: ListItem[], ordered: boolean): BlockContent => ({
  type: 'list',
  ordered,
  spread: items.some(({ blocks }) => blocks.length > 1),
  children: items.map(({ blocks }): ItemNode => ({
    type: 'listItem',
    spread: blocks.length > 1,
    children: blocks.flatMap(flow) as ItemNode['children'],
  })),
});

const termFirst = ({ id, term, blocks }: Definition): ListItem => ({
  id,
  blocks: [{ kind: 'paragraph', children: term }, ...blocks],
});

const paragraph = (children: readonly Inline[]): Paragraph => ({
  type: 'paragraph',
  children: phrasing(children),
});

const phrasing = (inlines: readonly Inline[]): PhrasingContent[] => inlines.map(phrasingNode);

function phrasingNode(inline: Inline): PhrasingContent {
  switch (inline.kind) {
    case 'text':
      return { type: 'text', value: inline.text };
    case 'code':
      return { type: 'inlineCode', value: inline.text };
    case 'emphasis':
    case 'strong':
      return { type: inline.kind, children: phrasing(inline.children) };
    case 'link':
      return { type: 'link', url: inline.href, children: phrasing(inline.children) };
  }
}
