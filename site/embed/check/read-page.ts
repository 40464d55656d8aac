import { parseHTML } from 'linkedom';
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** A built page, as a browser has it after parsing. */
export interface BuiltPage {
  document: Document;
  /** The line of the file on which an element begins, from 1; what no file has has none. */
  lineOf: (element: Element) => number;
}

/**
 * Reads HTML as browsers do: parse5 knows where each element ends that was never closed, and the
 * document can be asked what a browser's can.
 */
export function readPage(html: string): BuiltPage {
  const { document } = parseHTML('');
  const lines = new WeakMap<Element, number>();

  const copy = (node: Tree.ChildNode): Node => {
    if (defaultTreeAdapter.isTextNode(node)) return document.createTextNode(node.value);
    if (!defaultTreeAdapter.isElementNode(node)) return document.createComment('');
    const element = document.createElementNS(node.namespaceURI, node.tagName);
    for (const { name, value } of node.attrs) element.setAttribute(name, value);
    if (node.sourceCodeLocation) lines.set(element, node.sourceCodeLocation.startLine);
    element.append(...node.childNodes.map(copy));
    return element;
  };

  const { childNodes } = parse(html, { sourceCodeLocationInfo: true });
  document.append(...childNodes.filter((node) => defaultTreeAdapter.isElementNode(node)).map(copy));
  return { document, lineOf: (element) => lines.get(element) ?? 1 };
}
