import type { LimitName } from '../limits.ts';
import type { Outcome } from '../outcome.ts';

const limitSentences: Record<LimitName, string> = {
  'wall-time': 'took longer than a run may',
  'cpu-time': 'used more processor time than a run may',
  memory: 'used more memory than a run may',
  processes: 'started more processes and threads than a run may',
  output: 'printed more, or made more calls, than a run may',
  'tape-size': 'made calls that are longer on the tape than a run may have',
  'file-size': 'wrote a file that is larger than a run may',
};

/** Why a run ended otherwise than a program does by itself; null for one that did. */
export function outcomeSentence(outcome: Outcome): string | null {
  switch (outcome.kind) {
    case 'not-compiled':
      return 'The snippet does not compile, so nothing of it ran.';
    case 'limit-exceeded':
      return `The program ${limitSentences[outcome.limit]} (${outcome.limit}), and was ended.`;
    case 'refused':
      return `The program needs ${outcome.syscall}, which the playground does not grant, and was ended.`;
    case 'cancelled':
      return 'The run was cancelled.';
    case 'crowded-out':
      return 'The run made room for others in a full queue. Run it again in a moment.';
    default:
      // An end of the program's own; or one that only a newer server knows.
      return null;
  }
}
