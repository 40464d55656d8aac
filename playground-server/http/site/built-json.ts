import { readFileSync, statSync } from 'node:fs';

/**
 * What a JSON file of the built site says, or `absent` if there is no such file. It is parsed again
 * only when it has changed: the site may be rebuilt while the server runs.
 *
 * Whether it has changed is asked synchronously: stat(2) takes some ten microseconds, a third of
 * what it costs by way of a thread.
 */
export function builtJson<T>(path: string, parse: (json: unknown) => T, absent: T): () => T {
  let known = absent;
  let readAtMs = -1;
  return () => {
    const changedAtMs = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? -1;
    if (changedAtMs === readAtMs) return known;
    known = changedAtMs < 0 ? absent : parse(JSON.parse(readFileSync(path, 'utf8')));
    readAtMs = changedAtMs;
    return known;
  };
}
