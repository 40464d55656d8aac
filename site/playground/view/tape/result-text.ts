import type { CallStatus } from '../../client/run-state.ts';

/** What a call gave, apart: `= -1` and `EINVAL`. Null while it has not come back. */
export interface ResultText {
  value: string;
  errno: string | null;
}

/** The result of a call as the tape writes it; null for one that has not returned. */
export const resultText = (status: CallStatus): ResultText | null =>
  status.kind === 'returned'
    ? { value: `= ${status.returned}`, errno: status.errno?.name ?? null }
    : null;

/** The same in one piece, `= -1 EINVAL`; `= …` while it waits, `= ?` where it never returned. */
export function resultLine(status: CallStatus): string {
  const text = resultText(status);
  if (!text) return status.kind === 'waiting' ? '= …' : '= ?';
  return [text.value, text.errno].filter(Boolean).join(' ');
}

/** How a result is to be read at a glance. */
export type Tone = 'ok' | 'failed' | 'waiting' | 'unreturned';

/** A call has failed when it set errno; -1 alone can be a result. */
export function toneOf(status: CallStatus): Tone {
  if (status.kind !== 'returned') return status.kind;
  return status.errno ? 'failed' : 'ok';
}
