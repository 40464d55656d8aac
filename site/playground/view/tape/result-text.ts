import type { CallStatus } from '../../client/run-state.ts';

/** A call's result in two parts: `= -1` and `EINVAL`. Null until it has returned. */
export interface ResultText {
  value: string;
  errno: string | null;
}

/** The result of a call as the tape writes it; null for one that has not returned. */
export const resultText = (status: CallStatus): ResultText | null =>
  status.kind === 'returned'
    ? { value: `= ${status.shown ?? status.returned}`, errno: status.errno?.name ?? null }
    : null;

/** The same in one piece, `= -1 EINVAL`; `= …` while it waits, `= ?` if it never returned. */
export function resultLine(status: CallStatus): string {
  const text = resultText(status);
  if (!text) return status.kind === 'waiting' ? '= …' : '= ?';
  return [text.value, text.errno].filter(Boolean).join(' ');
}

/** How a result is to be read at a glance. */
export type Tone = 'ok' | 'failed' | 'waiting' | 'unreturned';

/** A call has failed if it set errno; -1 alone can be a result. */
export function toneOf(status: CallStatus): Tone {
  if (status.kind !== 'returned') return status.kind;
  return status.errno ? 'failed' : 'ok';
}
