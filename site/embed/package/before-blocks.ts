/** As much of a syntax tree as the plugins touch. */
export interface TreeNode {
  type: string;
  children?: TreeNode[];
}

/** Puts a node before each that `carrierOf` has one for, wherever it is in the tree. */
export function beforeBlocks(
  parent: TreeNode,
  carrierOf: (node: TreeNode) => TreeNode | null,
): void {
  if (!parent.children) return;
  parent.children = parent.children.flatMap((child) => {
    const carrier = carrierOf(child);
    if (!carrier) beforeBlocks(child, carrierOf);
    return carrier ? [carrier, child] : [child];
  });
}
