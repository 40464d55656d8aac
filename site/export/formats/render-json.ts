import type { ManualDocument } from '../document.ts';
import { examplesOf } from '../examples-of.ts';
import { lensTable } from '../../facts/lens-table.ts';
import type { Variant } from '../../facts/read-example.ts';
import type { Manual, ManualPage } from '../page-context.ts';

/** A page as data: facts and examples in every language, the text in this one. */
export function renderJson(document: ManualDocument, manual: Manual, page: ManualPage): string {
  const { call = '', struct = '', library = '' } = page;
  const facts =
    manual.calls.get(call) ?? manual.structs.get(struct) ?? manual.libraries.get(library) ?? null;
  const examples = examplesOf(manual, page).map(({ id, facts: about, variants }) => ({
    id,
    ...about,
    snippets: variants.map(snippet),
  }));
  return `${JSON.stringify({ ...document, facts, examples }, null, 1)}\n`;
}

const snippet = ({ lens, source }: Variant) => ({
  lens,
  language: lensTable[lens].language,
  source,
});
