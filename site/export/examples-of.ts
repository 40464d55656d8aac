import type { ExportedExample, Manual, ManualPage } from './page-context.ts';

/** The examples of a page's call: its lessons in the order of the page, then those of the errors. */
export function examplesOf(
  { examples }: Manual,
  { call, body }: ManualPage,
): (ExportedExample & { id: string })[] {
  if (!call) return [];
  const place = (id: string) => {
    const at = body.indexOf(`<Example id="${id}"`);
    return at < 0 ? body.length : at;
  };
  return Array.from(examples, ([id, example]) => ({ id, ...example }))
    .filter(({ id }) => id.startsWith(`${call}-`))
    .sort((a, b) => place(a.id) - place(b.id));
}
