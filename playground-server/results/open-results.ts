import type { Redis } from 'ioredis';
import type { TextStore } from '../links/text-store.ts';
import { openResultKey } from './result-key.ts';
import { Results } from './results.ts';

/**
 * Null, with a sentence for the operator, if there is no key and none can be made.
 * @param redis where the texts are, if several instances share them
 */
export function openResults(
  texts: TextStore,
  { stateDir, siteOrigin }: { stateDir: string; siteOrigin: string },
  redis: Redis | null,
): Results | null {
  try {
    return new Results(texts, openResultKey(stateDir), siteOrigin, redis);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    console.error(
      `Results cannot be shared: there is no key to sign them with in ${stateDir} (${why}). ` +
        'Set STATE_DIR to a directory that the server may write to.',
    );
    return null;
  }
}
