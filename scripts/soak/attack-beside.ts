import { setTimeout as pause } from 'node:timers/promises';
import { begin, type Attack } from '../bench/attack.ts';

/** Long enough to fill what each of them fills. */
const turnMs = 5000;

/** Attacks a server in turns, one attack at a time; the result ends that. */
export function attackBeside(attacks: readonly Attack[], url: string): () => Promise<void> {
  const over = new AbortController();
  const keepOn = async () => {
    for (let turn = 0; !over.signal.aborted; turn++) {
      const end = begin(attacks[turn % attacks.length]!, url);
      await pause(turnMs, undefined, { signal: over.signal }).catch(() => undefined);
      await end();
    }
  };
  const done = keepOn();
  return () => (over.abort(), done);
}
