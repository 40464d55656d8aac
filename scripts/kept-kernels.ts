import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Kernels are kept between runs, where a server of this tree has them as well. */
export const kernelsFolder = fileURLToPath(new URL('../.kernels', import.meta.url));

/** Ids of the kernels that somebody has fetched already, the newest last. */
export const keptKernels: readonly string[] = (
  existsSync(kernelsFolder) ? readdirSync(kernelsFolder) : []
)
  .filter((id) => /^\d+\.\d+$/.test(id))
  .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));

/** Those that a script is asked for: ids with commas between, or `all`. */
export const kernelsNamed = (words: string): readonly string[] =>
  words === 'all' ? keptKernels : words.split(',');
