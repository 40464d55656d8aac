import { errorGroups } from '../facts/error-groups.ts';
import { inLanguage } from '../facts/localized.ts';
import { pathTo } from '../facts/volumes.ts';
import type { ManualSymbol } from '../playground/view/editor/symbols/manual-symbol.ts';
import type { SymbolContext } from './symbol-context.ts';

/** Every errno, with the calls that return it and the places that say when. */
export function errnoSymbols({ manual, lang }: SymbolContext): ManualSymbol[] {
  const calls = [...manual.calls.values()];
  return [...manual.errnos].map(([errno, { number, meaning }]) => {
    const related = calls.flatMap((call) =>
      errorGroups(call, 'return-value')
        .filter((group) => group.errno === errno)
        .map(({ id }) => ({
          name: call.call,
          href: `/${lang}/${pathTo('call', call.page)}/#${id}`,
        })),
    );
    return {
      kind: 'errno' as const,
      name: errno,
      declaration: `${errno} = ${number}`,
      about: inLanguage(meaning, lang),
      note: '',
      prose: '',
      href: `/${lang}/errnos/#${errno.toLowerCase()}`,
      page: 'errno',
      related,
    };
  });
}
