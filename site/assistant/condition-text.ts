import type { Block } from '../export/document.ts';
import { renderBlocks } from '../export/formats/render-markdown.ts';
import type { BuiltPage } from './read-page.ts';

/** What the page of a call says of one of its error conditions; null if it has none such. */
export function conditionText(
  pages: readonly BuiltPage[],
  name: string,
  id: string,
): string | null {
  const page = pages.find((each) => each.name === name);
  const blocks = page?.sections.flatMap((section) => blocksAt(section.blocks, id)) ?? [];
  return blocks.length === 0 ? null : renderBlocks(blocks);
}

/** What stands at an anchor, however deep. */
const blocksAt = (blocks: readonly Block[], id: string): Block[] =>
  blocks.flatMap((block) => {
    if (block.kind !== 'list' && block.kind !== 'definitions') return [];
    return block.items.flatMap((item) =>
      item.id === id ? item.blocks : blocksAt(item.blocks, id),
    );
  });
