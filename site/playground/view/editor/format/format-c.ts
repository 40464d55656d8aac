import load, { format } from '@wasm-fmt/clang-format/vite';
import { cStyle } from './c-style.ts';
import type { Formatted } from './formatted.ts';

/**
 * clang-format itself, which takes the language from the name of the file. The source need not
 * compile, and only white space changes.
 */
export async function formatC(source: string, fileName: string): Promise<Formatted> {
  await load();
  return { kind: 'formatted', source: format(source, fileName, cStyle) };
}
