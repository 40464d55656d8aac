import type { ManualSymbol } from './manual-symbol.ts';
import { createSymbolIndex, type SymbolIndex } from './symbol-index.ts';

let loading: Promise<SymbolIndex> | undefined;

/**
 * The manual's names in one language, fetched once per page and only when an editor asks. An editor
 * works without them, so a failed fetch gives an empty index and is repeated the next time.
 */
export function loadSymbols(lang: string): Promise<SymbolIndex> {
  loading ??= fetchSymbols(lang).catch(() => {
    loading = undefined;
    return createSymbolIndex([]);
  });
  return loading;
}

async function fetchSymbols(lang: string): Promise<SymbolIndex> {
  const response = await fetch(`/symbols/${lang}.json`);
  if (!response.ok) throw new Error(`no symbols: HTTP ${response.status}`);
  return createSymbolIndex((await response.json()) as ManualSymbol[]);
}
