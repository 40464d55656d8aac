import { TraceeGone } from '../linux/ptrace.ts';

/**
 * A tracee may be killed at any moment (ptrace(2), "Death under ptrace"); the next wait reports its
 * end.
 */
export function unlessGone<T>(action: () => T): T | 'gone' {
  try {
    return action();
  } catch (error) {
    if (error instanceof TraceeGone) return 'gone';
    throw error;
  }
}
