import type { MdastNode } from 'satteri';
import { attributesOf, childrenOf, mdxTree, walk } from './mdx-tree.ts';

/** What must be the same in every language: `Section id=errors`, `heading 2`, `code c`. */
export function skeletonOf(source: string): string[] {
  return [...walk(mdxTree(source))].flatMap((node) => bone(node) ?? []);
}

function bone(node: MdastNode): string | undefined {
  if (node.type === 'heading') return `heading ${node.depth}`;
  if (node.type === 'code') return `code ${node.lang ?? ''}`;
  return componentOf(node);
}

/** Attributes that readers see, and that therefore differ between languages. */
const translated: readonly string[] = ['title'];

/** `Param name=nr`, or undefined for a node that is no component. */
export function componentOf(node: MdastNode): string | undefined {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
  const attributes = Object.entries(attributesOf(node))
    .filter(([name]) => !translated.includes(name))
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, value]) => ` ${name}=${value}`);
  return `${node.name}${attributes.join('')}`;
}

/** The values of one attribute of all components of a name below a node, in order. */
export function valuesIn(node: MdastNode, component: string, attribute: string): string[] {
  return [...walk(node)]
    .filter((found) => isComponent(found, component))
    .flatMap((found) => attributesOf(found)[attribute] ?? []);
}

export const isComponent = (node: MdastNode, name: string): boolean =>
  (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && node.name === name;

/** The components of a name below a node. */
export const componentsIn = (node: MdastNode, name: string): MdastNode[] =>
  childrenOf(node).flatMap((child) =>
    isComponent(child, name) ? [child] : componentsIn(child, name),
  );
