import type { Example } from '../facts/read-example.ts';
import type { Manual, ManualPage } from './page-context.ts';

/** The examples of what a page is about: its lessons in the order of the page, then those of the errors. */
export function examplesOf(
  { examples }: Manual,
  { call, struct, library, body }: ManualPage,
): (Example & { id: string })[] {
  const subject = call ?? struct ?? library;
  if (!subject) return [];
  const place = (id: string) => {
    const at = body.indexOf(`<Example id="${id}"`);
    return at < 0 ? body.length : at;
  };
  return Array.from(examples, ([id, example]) => ({ id, ...example }))
    .filter(({ id }) => id.startsWith(`${subject}-`))
    .sort((a, b) => place(a.id) - place(b.id));
}
