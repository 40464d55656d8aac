import type { Manual } from '../export/page-context.ts';
import { wordsOf } from '../words/words-of.ts';
import { writeDocument } from '../export/write-document.ts';
import type { Lang } from '../facts/localized.ts';
import { anchoredProse } from './anchored-prose.ts';
import { callSymbol } from './call-symbol.ts';
import { errnoSymbols } from './errno-symbols.ts';
import { functionSymbols } from './function-symbols.ts';
import type { ManualSymbol } from '../playground/view/editor/symbols/manual-symbol.ts';
import { structSymbols } from './struct-symbols.ts';
import type { SymbolContext } from './symbol-context.ts';

/** Every name in the manual that a snippet may use, with its explanation in a language. */
export function manualSymbols(manual: Manual, lang: Lang): ManualSymbol[] {
  const context: SymbolContext = {
    manual,
    lang,
    words: wordsOf(lang),
    prose: proseOf(manual, lang),
  };
  return [
    ...[...manual.calls.values()].map((call) => callSymbol(call, context)),
    ...[...manual.libraries.values()].flatMap((library) => functionSymbols(library, context)),
    ...[...manual.structs.values()].flatMap((struct) => structSymbols(struct, context)),
    ...errnoSymbols(context),
  ];
}

function proseOf(manual: Manual, lang: Lang): SymbolContext['prose'] {
  const pages = new Map(
    manual.pages
      .filter((page) => page.lang === lang && (page.call ?? page.struct ?? page.library))
      .map((page) => [page.path, anchoredProse(writeDocument(manual, page))]),
  );
  return (path, anchor) => pages.get(path)?.get(anchor) ?? '';
}
