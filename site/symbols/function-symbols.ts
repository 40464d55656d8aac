import type { LibraryFacts } from '../facts/library-schema.ts';
import { inLanguage } from '../facts/localized.ts';
import { pathTo, referenceTo } from '../facts/volumes.ts';
import type {
  ManualSymbol,
  SymbolParameter,
} from '../playground/view/editor/symbols/manual-symbol.ts';
import type { SymbolContext } from './symbol-context.ts';

/** The functions of a library, as its header declares them. */
export function functionSymbols(library: LibraryFacts, context: SymbolContext): ManualSymbol[] {
  const { lang, prose } = context;
  const path = pathTo('library', library.library);
  return library.functions.map(({ name, prototype, calls }) => {
    const declaration = prototype.replace(/\s+/g, ' ').replace(/;$/, '');
    const [made] = calls;
    return {
      kind: 'function' as const,
      name,
      declaration,
      about: made === name ? summaryOf(made, context) : '',
      note: `${library.header}, ${library.link}`,
      prose: prose(path, name),
      href: `/${lang}/${path}/#${name}`,
      page: referenceTo('library', library.library),
      parameters: parametersOf(declaration, made === name ? made : null, context),
      calls,
    };
  });
}

const summaryOf = (call: string, { manual, lang }: SymbolContext): string => {
  const facts = manual.calls.get(call);
  return facts ? inLanguage(facts.summary, lang) : '';
};

/**
 * A wrapper has the same parameters as its call, in the same order, so the call's page explains
 * them.
 */
function parametersOf(
  declaration: string,
  call: string | null,
  { manual, prose }: SymbolContext,
): SymbolParameter[] {
  const list = /\((.*)\)$/.exec(declaration)?.[1] ?? '';
  const names = manual.calls.get(call ?? '')?.parameters.map(({ name }) => name) ?? [];
  return list.split(', ').map((label, at) => ({
    label,
    prose: names[at] ? prose(pathTo('call', call ?? ''), `param-${names[at]}`) : '',
  }));
}
