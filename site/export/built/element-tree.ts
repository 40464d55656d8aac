import type { Element, ElementContent, Nodes } from 'hast';

/** What stands in an element, or in the document. */
export const contentOf = (node: Nodes): ElementContent[] =>
  'children' in node ? (node.children as ElementContent[]) : [];

/** The elements below a node that are meant, in the order of the document. */
export const allBelow = (node: Nodes, isMeant: (element: Element) => boolean): Element[] =>
  contentOf(node).flatMap((child) => [
    ...(child.type === 'element' && isMeant(child) ? [child] : []),
    ...allBelow(child, isMeant),
  ]);

/** The text of a node, as it stands in the document. */
export const textOf = (node: Nodes): string =>
  node.type === 'text' ? node.value : contentOf(node).map(textOf).join('');

/** Whether the element has a class. */
export const hasClass = (element: Element, name: string): boolean =>
  [element.properties['className']].flat().includes(name);
