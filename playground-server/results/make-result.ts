import { contentId } from '../links/content-id.ts';
import { resultFormat, type Result, type RunEvent, type SignedResult } from '../protocol/index.ts';
import { canonicalJson } from './canonical-json.ts';
import type { RecentRun } from './recent-runs.ts';
import type { ResultKey } from './result-key.ts';

/** A result as it is kept and served. */
export interface MadeText {
  id: string;
  /** JSON of a SignedResult */
  text: string;
}

/**
 * Signs a run: the same run gives the same text, since Ed25519 takes no random number.
 * @param server public address of the one that made the run
 */
export function makeResult(
  { runId, ranAtMs, request, lines }: RecentRun & { lines: readonly string[] },
  server: string,
  key: ResultKey,
): MadeText {
  const result: Result = {
    format: resultFormat,
    server,
    runId,
    ranAt: new Date(ranAtMs).toISOString(),
    request,
    events: lines.map((line) => JSON.parse(line) as RunEvent),
  };
  const signed = canonicalJson(result);
  const made: SignedResult = {
    result,
    signature: { algorithm: 'Ed25519', key: key.publicKey, value: key.sign(signed) },
  };
  return { id: contentId(signed), text: JSON.stringify(made) };
}
