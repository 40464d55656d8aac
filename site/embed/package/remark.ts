import { beforeBlocks } from './before-blocks.ts';
import type { TreeNode } from './before-blocks.ts';
import { fenceAttributes } from './fence-attributes.ts';

interface CodeNode extends TreeNode {
  meta?: string | null;
}

/** A plugin of remark: a fence ` ```c live-man lines=7-9 ` runs on the page, also in MDX. */
export default function remarkLiveMan(): (tree: TreeNode) => void {
  return (tree) =>
    beforeBlocks(tree, (node) => {
      if (node.type !== 'code') return null;
      const code = node as CodeNode;
      const hProperties = fenceAttributes(code.meta);
      if (!hProperties) return null;
      // What highlighters would take for theirs.
      code.meta = null;
      const carrier = { type: 'paragraph', children: [], data: { hName: 'div', hProperties } };
      return carrier;
    });
}
