import type { Html } from '../markup/html.ts';

/** Marks the part that the server replaces in a template page. */
export const slot = { begin: '<!--live-man:run-->', end: '<!--/live-man:run-->' } as const;

/** The page with a content of its own. Throws if it is no template. */
export function fillSlot(template: string, { markup }: Html): string {
  const [head, rest] = splitAt(template, slot.begin);
  const [, foot] = splitAt(rest, slot.end);
  return head + slot.begin + markup + slot.end + foot;
}

function splitAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`the template page has no ${mark}: build the site again`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
