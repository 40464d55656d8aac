import type { SectionId } from './sections.ts';

const heading = /<Topic\s+id="([a-z0-9-]+)"\s+title="([^"]+)"/g;

/** The topics of a section in an MDX source, in order. */
export function topicsOf(mdx: string, section: SectionId): { id: string; title: string }[] {
  const [, from = ''] = mdx.split(`<Section id="${section}">`);
  const [body = ''] = from.split('</Section>');
  return Array.from(body.matchAll(heading), ([, id = '', title = '']) => ({ id, title }));
}

/** The errnos with entries in an MDX source, in order. */
export const errnoEntriesOf = (mdx: string): string[] =>
  Array.from(mdx.matchAll(/<ErrnoEntry errno="(E[A-Z0-9]+)"/g), ([, errno = '']) => errno);
