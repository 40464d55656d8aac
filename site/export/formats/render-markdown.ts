import { toMarkdown } from 'mdast-util-to-markdown';
import type { Block, Definition, Inline, ListItem, ManualDocument } from '../document.ts';
import { text } from '../inlines.ts';

type Root = Extract<Parameters<typeof toMarkdown>[0], { type: 'root' }>;
type FlowNode = Root['children'][number];
type Paragraph = Extract<FlowNode, { type: 'paragraph' }>;
type PhrasingNode = Paragraph['children'][number];
type ItemNode = Extract<FlowNode, { type: 'list' }>['children'][number];

/** A page as CommonMark. A definition is a list item that starts with its term. */
export function renderMarkdown({ title, description, url, sections }: ManualDocument): string {
  const children: FlowNode[] = [
    { type: 'heading', depth: 1, children: [{ type: 'inlineCode', value: title }] },
    { type: 'blockquote', children: [paragraph([text(description)]), paragraph([address(url)])] },
    ...sections.flatMap(({ title: heading, blocks }): FlowNode[] => [
      { type: 'heading', depth: 2, children: [{ type: 'text', value: heading }] },
      ...blocks.flatMap(flow),
    ]),
  ];
  return markdownOf(children);
}

/** A part of a page as CommonMark. */
export const renderBlocks = (blocks: readonly Block[]): string => markdownOf(blocks.flatMap(flow));

const markdownOf = (children: FlowNode[]): string =>
  toMarkdown({ type: 'root', children }, { bullet: '-', emphasis: '_', rule: '-' });

const address = (url: string): Inline => ({ kind: 'link', href: url, children: [text(url)] });

function flow(block: Block): FlowNode[] {
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
      return [{ type: 'html', value: table([block.head, ...block.rows]) }];
    case 'definitions':
      return [list(block.items.map(termFirst), false)];
  }
}

/**
 * Tables in GitHub's dialect, since CommonMark has none; almost everything can read them. By hand,
 * because mdast-util-gfm-table would bring a parser of Markdown along.
 */
function table([head = [], ...rows]: Inline[][][]): string {
  const cell = (content: Inline[]) => toMarkdown(paragraph(content)).trim().replaceAll('|', '\\|');
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map(() => '---');
  return [line(head.map(cell)), line(rule), ...rows.map((row) => line(row.map(cell)))].join('\n');
}

const list = (items: ListItem[], ordered: boolean): FlowNode => ({
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

const phrasing = (inlines: readonly Inline[]): PhrasingNode[] => inlines.map(phrasingNode);

function phrasingNode(inline: Inline): PhrasingNode {
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
