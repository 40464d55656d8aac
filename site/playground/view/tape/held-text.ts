import type { Convention } from '../../../../playground-server/protocol/index.ts';
import type { TapeRow } from '../../client/run-state.ts';
import type { Words } from '../../../words/words.ts';

type Teller = (result: { returned: string; raw: string }, errno: number, words: Words) => string;

/** How each convention hands a failure to the snippet. */
const failures: Readonly<Record<Convention, Teller>> = {
  syscall: ({ returned }, errno, words) => `${returns(returned, words)}, errno == ${errno}`,
  libaio: ({ raw }, _, words) =>
    `${returns(raw, words)}, ${words.say('playground.errnoUnchanged')}`,
  koffi: ({ returned }, errno, words) => `${returns(returned, words)}, errno() === ${errno}`,
};

const returns = (value: string, words: Words): string => words.say('playground.returns', { value });

/**
 * What the snippet is handed by a call, by the convention in force: `returns -22, errno unchanged`.
 * Null while the call is under way, and where the
 * convention is not known.
 */
export function heldText({ convention, status }: TapeRow, words: Words): string | null {
  if (!convention || status.kind !== 'returned') return null;
  if (status.errno) return failures[convention](status, status.errno.number, words);
  return returns(status.returned, words);
}
