import type { monaco as Monaco } from '../monaco-modules.ts';
import { suggestionsAt, type Suggestion } from './suggestions-at.ts';
import type { SymbolIndex } from './symbol-index.ts';
import { symbolMarkdown } from './symbol-markdown.ts';

/** Completes the manual's names as the reader writes them. */
export function provideCompletion(
  { languages }: typeof Monaco,
  symbols: () => Promise<SymbolIndex>,
): Monaco.languages.CompletionItemProvider {
  const { CompletionItemKind: kinds, CompletionItemInsertTextRule: rules } = languages;
  const kindOf: Record<Suggestion['kind'], Monaco.languages.CompletionItemKind> = {
    call: kinds.Constant,
    snippet: kinds.Snippet,
    function: kinds.Function,
    struct: kinds.Struct,
    field: kinds.Field,
    constant: kinds.Constant,
    errno: kinds.EnumMember,
  };
  return {
    triggerCharacters: ['.', '>'],
    async provideCompletionItems(model, position) {
      const range = wordRange(model, position);
      const before = model.getValueInRange({
        startLineNumber: 1,
        startColumn: 1,
        endLineNumber: range.startLineNumber,
        endColumn: range.startColumn,
      });
      const begun = model.getValueInRange(range);
      const found = suggestionsAt({ before, begun, source: model.getValue() }, await symbols());
      return {
        // Asks again at each letter: Monaco's own looser match would offer names for any word.
        incomplete: true,
        suggestions: found.map(({ symbol, kind, label, insert }) => ({
          label: { label, description: symbol.about },
          kind: kindOf[kind],
          insertText: insert,
          ...(insert.includes('${') && { insertTextRules: rules.InsertAsSnippet }),
          documentation: { value: symbolMarkdown(symbol, location.origin) },
          range,
        })),
      };
    },
  };
}

function wordRange(model: Monaco.editor.ITextModel, position: Monaco.Position): Monaco.IRange {
  const { startColumn, endColumn } = model.getWordUntilPosition(position);
  const { lineNumber } = position;
  return { startLineNumber: lineNumber, endLineNumber: lineNumber, startColumn, endColumn };
}
