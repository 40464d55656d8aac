import { mdxToMdast, type MdastNode } from 'satteri';
import { componentRules } from './component-rules.ts';
import type { Block, DocumentSection, Inline, ListItem } from './document.ts';
import { code, link, plain, text } from './inlines.ts';
import type { PageContext } from './page-context.ts';

/**
 * The sections of a page, with its components put into words. The parser is the one that Astro uses
 * for the pages. Throws on Markdown and components that no format can express.
 */
export function readMdx(context: PageContext): DocumentSection[] {
  const root = mdxToMdast(context.page.body, { features: { smartPunctuation: true } });
  return childrenOf(root).flatMap((node) => {
    if (!isElement(node) || node.name !== 'Section') return aside(node);
    const id = propsOf(node)['id'] ?? '';
    const title = context.words.say(`section.${id}`);
    const blocks = blocksOf(node, context);
    return [{ id, title, blocks: id === 'name' ? blocks.map(nameLine) : blocks }];
  });
}

/** The name line of a page without facts: the name as code, a dash, a description. */
function nameLine(block: Block): Block {
  if (block.kind !== 'paragraph') return block;
  const [first, second, ...rest] = block.children;
  const summary = second?.kind === 'text' ? /^\s*—\s*(.+)$/s.exec(second.text)?.[1] : undefined;
  if (first?.kind !== 'code' || summary === undefined) return block;
  return { kind: 'name', name: first.text, summary: summary + plain(rest) };
}

type Element = MdastNode & { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' };

const isElement = (node: MdastNode): node is Element => node.type.startsWith('mdxJsx');

const childrenOf = (node: MdastNode): MdastNode[] =>
  'children' in node ? (node.children as MdastNode[]) : [];

/** Checks that what stands between the sections is nothing that a reader would see. */
function aside(node: MdastNode): [] {
  if (['yaml', 'mdxjsEsm', 'mdxFlowExpression'].includes(node.type)) return [];
  throw new Error(`A ${node.type} stands outside of every <Section>.`);
}

const propsOf = ({ attributes }: Element): Record<string, string> =>
  Object.fromEntries(
    attributes.flatMap((attribute) =>
      attribute.type === 'mdxJsxAttribute' && attribute.value
        ? [[attribute.name, sourceOf(attribute.value)]]
        : [],
    ),
  );

/** A property that is an expression arrives as its source. */
const sourceOf = (value: string | { value: string }): string =>
  typeof value === 'string' ? value : value.value;

const blocksOf = (node: MdastNode, context: PageContext): Block[] =>
  childrenOf(node)
    .flatMap((child) => block(child, context))
    .reduce<Block[]>(joined, []);

/** Components arrive one by one; merges those that form one list. */
function joined(before: Block[], next: Block): Block[] {
  const last = before.at(-1);
  const goesOn =
    (last?.kind === 'list' && next.kind === 'list' && last.ordered === next.ordered) ||
    (last?.kind === 'definitions' && next.kind === 'definitions');
  if (!goesOn) return [...before, next];
  const items = [...last.items, ...next.items];
  return [...before.slice(0, -1), { ...last, items } as Block];
}

function block(node: MdastNode, context: PageContext): Block[] {
  switch (node.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', children: inlinesOf(node, context) }];
    case 'heading':
      return [{ kind: 'heading', id: null, children: inlinesOf(node, context) }];
    case 'code':
      return [{ kind: 'code', language: node.lang ?? '', text: node.value }];
    case 'list': {
      const items = childrenOf(node).map((item): ListItem => ({
        id: null,
        blocks: blocksOf(item, context),
      }));
      return [{ kind: 'list', ordered: node.ordered ?? false, items }];
    }
    case 'table': {
      const [head = [], ...rows] = childrenOf(node).map((row) =>
        childrenOf(row).map((cell) => inlinesOf(cell, context)),
      );
      return [{ kind: 'table', head, rows }];
    }
    case 'mdxJsxFlowElement':
      return component(node, context);
    case 'mdxFlowExpression':
      return [];
    default:
      throw new Error(`No format knows how to write a ${node.type}.`);
  }
}

function component(node: Element, context: PageContext): Block[] {
  const rule = componentRules[node.name ?? ''];
  if (!rule) throw new Error(`<${node.name}> has no rule in site/export/component-rules.ts.`);
  return rule({ props: propsOf(node), children: blocksOf(node, context), context });
}

const inlinesOf = (node: MdastNode, context: PageContext): Inline[] =>
  childrenOf(node).flatMap((child) => inline(child, context));

function inline(node: MdastNode, context: PageContext): Inline[] {
  switch (node.type) {
    case 'text':
      return [text(node.value.replace(/\n/g, ' '))];
    case 'inlineCode':
      return [code(node.value)];
    case 'emphasis':
    case 'strong':
      return [{ kind: node.type, children: inlinesOf(node, context) }];
    case 'link':
      return [link(context.absolute(node.url), inlinesOf(node, context))];
    case 'break':
      return [text(' ')];
    default:
      throw new Error(`No format knows how to write a ${node.type} in running text.`);
  }
}
