import { beforeBlocks } from './before-blocks.ts';
import type { TreeNode } from './before-blocks.ts';
import { fenceAttributes } from './fence-attributes.ts';

interface ElementNode extends TreeNode {
  tagName?: string;
  data?: { meta?: string | null };
  properties?: Record<string, unknown>;
}

/** The same for rehype, before a highlighter: it finds what remark-rehype keeps of the fence. */
export default function rehypeLiveMan(): (tree: TreeNode) => void {
  return (tree) =>
    beforeBlocks(tree, (node) => {
      const { tagName, children } = node as ElementNode;
      const code: ElementNode | undefined = tagName === 'pre' ? children?.[0] : undefined;
      const properties = fenceAttributes(code?.data?.meta);
      if (!code || !properties) return null;
      code.data = {};
      const carrier: ElementNode = { type: 'element', tagName: 'div', properties, children: [] };
      return carrier;
    });
}
