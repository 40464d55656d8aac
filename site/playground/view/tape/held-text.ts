import type { Convention } from '../../../../playground-server/protocol/index.ts';
import type { TapeRow } from '../../client/run-state.ts';
import type { Words } from '../../../words/words.ts';

type Teller = (result: { returned: string; raw: string }, errno: number, words: Words) => string;

/** How each convention hands a failure to the snippet. */
const failures: Readonly<Record<Convention, Teller>> = {
  syscall: ({ returned }, errno) => `r == ${returned}, errno == ${errno}`,
  libaio: ({ raw }, _, words) => `r == ${raw}, ${words.say('playground.errnoUnchanged')}`,
  koffi: ({ returned }, errno) => `r === ${returned}, errno() === ${errno}`,
};

/**
 * What the snippet's variable holds after a call, by the convention in force, as the snippet would
 * ask for it: `r == -22, errno unchanged`. Null while the call is under way, and where the
 * convention is not known.
 */
export function heldText({ convention, status }: TapeRow, words: Words): string | null {
  if (!convention || status.kind !== 'returned') return null;
  if (status.errno) return failures[convention](status, status.errno.number, words);
  return convention === 'koffi' ? `r === ${status.returned}` : `r == ${status.returned}`;
}
