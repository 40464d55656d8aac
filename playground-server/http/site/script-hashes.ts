import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Sources of a Content-Security-Policy: `'sha256-…'`. */
type Hashes = readonly string[];

/**
 * The inline scripts of the built site, as site/script-hashes.ts lists them; none where there is no
 * list. A site that is built anew under a running server brings a new one.
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
