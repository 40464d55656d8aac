import type { Lens } from '../facts/lens-table.ts';
import type { CallStatus } from '../playground/client/run-state.ts';
import type { Words } from '../playground/view/words.ts';

/** How a failure arrives in the reader's variable, as the snippet would ask for it. */
const failures: Readonly<Record<Lens, (errno: number, unchanged: string) => string>> = {
  syscall: (errno) => `r == -1, errno == ${errno}`,
  libaio: (errno, unchanged) => `r == -${errno}, ${unchanged}`,
};

/** What the reader's variable holds after a call: `r == -22, errno unchanged`. Null until it returned. */
export function heldByLens(lens: Lens, status: CallStatus, words: Words): string | null {
  if (status.kind !== 'returned') return null;
  const { errno, returned } = status;
  if (errno) return failures[lens](errno.number, words.say('compare.errnoUnchanged'));
  return `r == ${returned}`;
}
