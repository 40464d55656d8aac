import type { Errno } from '../../playground-server/protocol/index.ts';

/** What a reader expects a call to return, or to set errno to. */
export type Guess = { kind: 'number'; value: number } | { kind: 'errno'; name: string };

/** Reads a guess as readers write it: `0`, `−1`, `-EINVAL`, `einval`, `-1 EINVAL`; null if it is none. */
export function readGuess(written: string): Guess | null {
  const text = written.trim().replaceAll('−', '-').toUpperCase();
  const errno = /^(?:-1\s+)?-?(E[A-Z0-9]+)$/.exec(text)?.[1];
  if (errno) return { kind: 'errno', name: errno };
  return /^-?\d{1,9}$/.test(text) ? { kind: 'number', value: Number(text) } : null;
}

/** Whether a call answered as expected; −1 is any error, as syscall(2) returns it. */
export function isRight(
  guess: Guess,
  { errno, raw }: { errno: Errno | null; raw: string },
): boolean {
  if (guess.kind === 'errno') return errno?.name === guess.name;
  return guess.value === (errno ? -1 : Number(raw));
}
