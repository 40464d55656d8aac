import type { monaco as Monaco } from '../monaco-modules.ts';
import { usesLibaio, type SymbolIndex } from './symbol-index.ts';
import { symbolMarkdown } from './symbol-markdown.ts';

/** What the manual says about the name that the reader points at. */
export const provideHover = (
  symbols: () => Promise<SymbolIndex>,
): Monaco.languages.HoverProvider => ({
  async provideHover(model, position) {
    const word = model.getWordAtPosition(position);
    if (!word) return null;
    const before = model.getLineContent(position.lineNumber).slice(0, word.startColumn - 1);
    const symbol = (await symbols()).find(word.word, {
      isMember: /(?:\.|->)\s*$/.test(before),
      usesLibaio: usesLibaio(model.getValue()),
    });
    if (!symbol) return null;
    return {
      range: {
        startLineNumber: position.lineNumber,
        endLineNumber: position.lineNumber,
        startColumn: word.startColumn,
        endColumn: word.endColumn,
      },
      contents: [{ value: symbolMarkdown(symbol, location.origin) }],
    };
  },
});
