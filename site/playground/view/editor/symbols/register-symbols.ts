import type { monaco as Monaco } from '../monaco-modules.ts';
import { loadSymbols } from './load-symbols.ts';
import { provideCompletion } from './provide-completion.ts';
import { provideHover } from './provide-hover.ts';
import { provideSignature } from './provide-signature.ts';

/**
 * Teaches Monaco the names of the manual, once a page. In TypeScript its own worker completes from
 * the declarations of the module `aio`; the manual's words are added where the reader points.
 */
export function registerSymbols(monaco: typeof Monaco, lang: string): void {
  const symbols = () => loadSymbols(lang);
  const { languages } = monaco;
  languages.registerCompletionItemProvider('c', provideCompletion(monaco, symbols));
  languages.registerSignatureHelpProvider('c', provideSignature(symbols));
  languages.registerHoverProvider(['c', 'typescript'], provideHover(symbols));
  void symbols();
}
