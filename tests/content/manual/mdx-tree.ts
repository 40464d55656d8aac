import { mdxToMdast, type MdastNode, type MdxJsxAttributeUnion } from 'satteri';

/** An MDX source as the tree that the site is built from, front matter included. */
export const mdxTree = (source: string): MdastNode =>
  mdxToMdast(source, { features: { frontmatter: true, smartPunctuation: false } });

/** A node and all its descendants, in the order of the source. */
export function* walk(node: MdastNode): Generator<MdastNode> {
  yield node;
  for (const child of childrenOf(node)) yield* walk(child);
}

export const childrenOf = (node: MdastNode): MdastNode[] =>
  'children' in node ? (node.children as MdastNode[]) : [];

/** The strings among a component's attributes: `{ id: 'errors' }`. */
export function attributesOf(node: MdastNode): Record<string, string> {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return {};
  const written = node.attributes.filter(
    (attribute: MdxJsxAttributeUnion) => attribute.type === 'mdxJsxAttribute',
  );
  return Object.fromEntries(
    written.flatMap(({ name, value }) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
