import type { Element, ElementContent } from 'hast';
import { contentOf, hasClass, textOf } from './element-tree.ts';

/** What a page has for hands and for screens alone. */
const tools = new Set(
  'button dialog footer form input nav noscript script search-field style svg template'.split(' '),
);

/** What only hearers need, and the choice between the variants of an example. */
const unread = ['sr-only', 'lens-bar'];

const space: ElementContent = { type: 'text', value: ' ' };

/** Whether an element says something where there is no page around it; some say it only there. */
function isRead(element: Element): boolean {
  const { hidden, ariaHidden, role, dataInMarkdown } = element.properties;
  if (dataInMarkdown !== undefined) return dataInMarkdown !== 'no';
  if (hidden || ariaHidden === 'true' || role === 'status') return false;
  if (element.tagName === 'code' && textOf(element) === '') return false;
  return !tools.has(element.tagName) && !unread.some((name) => hasClass(element, name));
}

/** Every character counts in code; a cell of a table is a single line. */
const isExact = (within: readonly string[]) =>
  within.some((name) => ['pre', 'code'].includes(name));
const isCell = (within: readonly string[]) => within.some((name) => ['td', 'th'].includes(name));

/**
 * What is left of a page's content for who reads it as text: links have whole addresses, and between
 * elements that only a style sheet holds apart there is a space.
 *
 * @param within the elements around it
 */
export const readable = (
  content: readonly ElementContent[],
  url: string,
  within: readonly string[] = [],
): ElementContent[] =>
  content.flatMap((node, at): ElementContent[] => {
    if (node.type !== 'element') return node.type === 'text' ? [node] : [];
    if (!isRead(node)) return [];
    const { title: _, href, ...properties } = node.properties;
    const isBeside = !isExact(within) && content[at - 1]?.type === 'element';
    return [
      ...(isBeside ? [space] : []),
      {
        ...node,
        tagName: nameOf(node, within),
        children: readable(withoutOwnLink(node), url, [...within, node.tagName]),
        properties:
          typeof href === 'string' ? { ...properties, href: new URL(href, url).href } : properties,
      },
    ];
  });

/** Some are paragraphs to the eye alone, and some only outside of a table. */
function nameOf({ tagName, properties }: Element, within: readonly string[]): string {
  if (properties['dataInMarkdown'] === 'p') return 'p';
  return tagName === 'p' && isCell(within) ? 'span' : tagName;
}

/** A heading often is a link to itself, which tells nothing here. */
function withoutOwnLink(node: Element): ElementContent[] {
  if (!/^h\d$/.test(node.tagName)) return node.children;
  return node.children.flatMap((child) => {
    const href = child.type === 'element' ? child.properties['href'] : undefined;
    return String(href).startsWith('#') ? contentOf(child) : [child];
  });
}
