import type { Block, Inline, ManualDocument } from '../export/document.ts';

/** The first paragraph under each anchor and section of a page, as Markdown. */
export function anchoredProse({ sections, url }: ManualDocument): ReadonlyMap<string, string> {
  const { origin } = new URL(url);
  const prose = new Map<string, string>();
  const note = (id: string | null, blocks: readonly Block[]) => {
    const [first] = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block] : []));
    if (id && first && !prose.has(id)) prose.set(id, markdown(first.children, origin));
  };
  const visit = (block: Block) => {
    if (block.kind !== 'definitions' && block.kind !== 'list') return;
    for (const { id, blocks } of block.items) {
      note(id, blocks);
      blocks.forEach(visit);
    }
  };
  for (const { id, blocks } of sections) {
    note(id, blocks);
    blocks.forEach(visit);
  }
  return prose;
}

/** The same words with links that work on any host. */
const markdown = (inlines: readonly Inline[], origin: string): string =>
  inlines.map((inline) => oneInline(inline, origin)).join('');

function oneInline(inline: Inline, origin: string): string {
  switch (inline.kind) {
    case 'text':
      return inline.text.replaceAll('\n', ' ').replace(/[\\`*_[\]<>#]/g, '\\$&');
    case 'code':
      return `\`${inline.text}\``;
    case 'emphasis':
      return `*${markdown(inline.children, origin)}*`;
    case 'strong':
      return `**${markdown(inline.children, origin)}**`;
    case 'link':
      return `[${markdown(inline.children, origin)}](${inline.href.replace(origin, '')})`;
  }
}
