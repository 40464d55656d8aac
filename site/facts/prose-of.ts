import type { SectionId } from './sections.ts';

/** A passage of a page that has a name: `<ErrorCondition id="…">`, `<Field name="…">`. */
export type Passage = 'ErrorCondition' | 'ErrnoEntry' | 'Field' | 'Flag' | 'Param' | 'Wrapper';

/** What stands in a passage of a page, as plain text; empty if the page has no such passage. */
export function proseOf(mdx: string, passage: Passage, name: string): string {
  const opening = new RegExp(`<${passage} (?:id|name|errno)="(?:[^"]* )?${name}(?: [^"]*)?">`);
  const [, rest = ''] = mdx.split(opening);
  return plain(rest.split(`</${passage}>`)[0] ?? '');
}

/** What stands under a heading inside a section, as plain text. */
export function proseUnder(mdx: string, topic: string): string {
  const [, rest = ''] = mdx.split(new RegExp(`<Topic\\s+id="${topic}"[^>]*/>`));
  return plain(rest.split(/<Topic\s|<\/Section>/)[0] ?? '');
}

/** How a section begins: its first paragraph, as plain text. */
export function beginningOf(mdx: string, section: SectionId): string {
  const [, rest = ''] = mdx.split(`<Section id="${section}">`);
  return plain(rest.trim().split('\n\n')[0] ?? '');
}

const plain = (mdx: string): string =>
  mdx
    .replace(/<[^>]*>/g, ' ')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replaceAll('`', '')
    .replace(/[ \n]+/g, ' ')
    .trim();
