/** The sections of a page in their fixed order, as man-pages(7) has it; the ids are the anchors. */
export const sectionIds = [
  'name',
  'library',
  'synopsis',
  'description',
  'return-value',
  'errors',
  'versions',
  'standards',
  'history',
  'notes',
  'caveats',
  'bugs',
  'examples',
  'see-also',
  'referenced-by',
] as const;

export type SectionId = (typeof sectionIds)[number];

const opening = /<Section\s+id="([a-z-]+)"/g;

/** The sections in an MDX source, in its order. */
export function sectionsOf(mdx: string): SectionId[] {
  const opened = Array.from(mdx.matchAll(opening), ([, id]) => id);
  return opened.flatMap((id) => sectionIds.find((known) => known === id) ?? []);
}
