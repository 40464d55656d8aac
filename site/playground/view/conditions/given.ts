import { typedWords, wordsOf } from '../../../../playground-server/protocol/argument-words.ts';
import { tapes, usualTape } from '../../../../playground-server/protocol/tape.ts';
import type { RunRequest } from '../../../../playground-server/protocol/index.ts';

/** What a run is asked beside its conditions: which calls to tell, and what the program is given. */
export type Given = Pick<RunRequest, 'tape' | 'arguments' | 'stdin'>;

/** Names of its controls. */
export const givenNames = { tape: 'tape', arguments: 'arguments', stdin: 'stdin' } as const;

/** What a form asks for, by the names of its controls; what is as usual is left out. */
export function readGiven(value: (name: string) => string): Given {
  const tape = tapes.find((each) => each === value(givenNames.tape));
  const words = wordsOf(value(givenNames.arguments));
  const stdin = value(givenNames.stdin);
  return {
    ...(tape && tape !== usualTape && { tape }),
    ...(words.length > 0 && { arguments: words }),
    ...(stdin !== '' && { stdin }),
  };
}

/** Of anything, such as a request, only this. */
export const givenOf = ({ tape, arguments: words, stdin }: Given): Given => ({
  ...(tape && { tape }),
  ...(words && { arguments: words }),
  ...(stdin !== undefined && { stdin }),
});

/** Whether a program is given the same: which of its calls are told changes nothing for it. */
export const isGivenSame = (a: Given, b: Given): boolean =>
  typedWords(a.arguments ?? []) === typedWords(b.arguments ?? []) && a.stdin === b.stdin;
