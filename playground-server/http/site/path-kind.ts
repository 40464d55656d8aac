import { statSync } from 'node:fs';

/** What stands at a path of the disk; null for nothing, and for what can't be a path. */
export function pathKind(path: string): 'directory' | 'file' | null {
  try {
    return statSync(path).isDirectory() ? 'directory' : 'file';
  } catch {
    // Besides ENOENT: a reader may ask for a name that is too long to be one.
    return null;
  }
}
