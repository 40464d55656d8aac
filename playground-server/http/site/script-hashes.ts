import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Sources in a Content-Security-Policy: `'sha256-…'`. */
type Hashes = readonly string[];

/**
 * The hashes of the built site's inline scripts, from the list that site/script-hashes.ts writes;
 * none if there is no list. If the site is rebuilt while the server runs, its new list is used.
 */
export function scriptHashesOf(distDir: string): () => Hashes {
  const path = join(distDir, 'script-hashes.json');
  let hashes: Hashes = [];
  let readAtMs = -1;
  return () => {
    const changedAtMs = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? -1;
    if (changedAtMs === readAtMs) return hashes;
    readAtMs = changedAtMs;
    hashes = changedAtMs < 0 ? [] : (JSON.parse(readFileSync(path, 'utf8')) as Hashes);
    return hashes;
  };
}
