import { statSync } from 'node:fs';

/**
 * What a path on the disk is; null if nothing is there or it cannot be a path. Synchronous, as is
 * built-json.ts, which says why.
 */
export function pathKind(path: string): 'directory' | 'file' | null {
  try {
    return statSync(path).isDirectory() ? 'directory' : 'file';
  } catch {
    // Not only ENOENT: a reader may ask for a name that is too long.
    return null;
  }
}
