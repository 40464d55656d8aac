import load, { format } from '@wasm-fmt/clang-format/vite';
import { cStyle } from './c-style.ts';
import type { Formatted } from './formatted.ts';

/** clang-format itself. It needs no source that compiles, and moves nothing but white space. */
export async function formatC(source: string): Promise<Formatted> {
  await load();
  return { kind: 'formatted', source: format(source, 'snippet.c', cStyle) };
}
