import { languageRows } from '../../languages/language-table.ts';
import type { monaco as Monaco } from '../monaco-modules.ts';
import { loadSymbols } from './load-symbols.ts';
import { provideCompletion } from './provide-completion.ts';
import { provideHover } from './provide-hover.ts';
import { provideSignature } from './provide-signature.ts';

const editors = Object.values(languageRows).map(({ editor }) => editor);
const all = editors.map(({ id }) => id);
const completed = editors.flatMap(({ id, completion }) => (completion === 'manual' ? [id] : []));

/**
 * Teaches Monaco the manual's names, once per page. Where a language has a worker of its own, as
 * TypeScript does, that worker completes; the manual's words are added where the reader points.
 */
export function registerSymbols(monaco: typeof Monaco, lang: string): void {
  const symbols = () => loadSymbols(lang);
  const { languages } = monaco;
  languages.registerCompletionItemProvider(completed, provideCompletion(monaco, symbols));
  languages.registerSignatureHelpProvider(completed, provideSignature(symbols));
  languages.registerHoverProvider(all, provideHover(symbols));
  void symbols();
}
