import type { Correction } from '../../site/facts/correction-schema.ts';

/** What a correction says of a published page that its text, as roff, does not bear out. */
export function publishedComplaints(
  { id, has, lacks }: Pick<Correction, 'id' | 'has' | 'lacks'>,
  roff: string,
): string[] {
  const text = roff.replace(/\s+/g, ' ');
  return [
    ...has.filter((words) => !text.includes(words)).map((words) => `${id}: no “${words}” any more`),
    ...lacks.filter((words) => text.includes(words)).map((words) => `${id}: “${words}” is there`),
  ];
}
