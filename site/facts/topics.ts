import type { SectionId } from './sections.ts';

const place = /<(?:Topic\s+id="([a-z0-9-]+)"\s+title="([^"]+)"|Example\s+id="([\w-]+)")/g;

/** What the contents name within a section: a heading, or an example, which has its title itself. */
export type Topic =
  { kind: 'heading'; id: string; title: string } | { kind: 'example'; id: string };

/** The headings and examples of a section in an MDX source, in order. */
export function topicsOf(mdx: string, section: SectionId): Topic[] {
  const [, from = ''] = mdx.split(`<Section id="${section}">`);
  const [body = ''] = from.split('</Section>');
  return Array.from(body.matchAll(place), ([, id = '', title = '', example]) =>
    example ? { kind: 'example', id: example } : { kind: 'heading', id, title },
  );
}

/** All headings in an MDX source that have an anchor of their own, in order. */
export const headingsOf = (mdx: string): { id: string; title: string }[] =>
  Array.from(mdx.matchAll(place), ([, id, title = '']) => ({ id, title })).flatMap(
    ({ id, title }) => (id === undefined ? [] : [{ id, title }]),
  );

/** The errnos with entries in an MDX source, in order. */
export const errnoEntriesOf = (mdx: string): string[] =>
  Array.from(mdx.matchAll(/<ErrnoEntry errno="(E[A-Z0-9]+)"/g), ([, errno = '']) => errno);

/** The parts of a page without sections: the headings that its text has itself, in order. */
export const partsOf = (mdx: string): { id: string; title: string }[] =>
  Array.from(mdx.matchAll(/^<h2 id="([a-z0-9-]+)">(.+)<\/h2>$/gm), ([, id = '', title = '']) => ({
    id,
    title,
  }));
