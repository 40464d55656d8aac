import { typedWords } from '../../../../playground-server/protocol/argument-words.ts';
import type { Given } from './given.ts';
import { printInjection } from '../../../../playground-server/protocol/injection.ts';
import { refusableCalls } from '../../../../playground-server/protocol/refusable-call.ts';
import type { Conditions } from '../../../../playground-server/protocol/index.ts';
import { bytes } from '../../../words/quantity.ts';
import type { Words } from '../../../words/words.ts';
import { isOnDisk } from './read-conditions.ts';

/** The conditions of a run in a line: `io_setup: ENOSYS · 16 MiB`; if there are none, the usual. */
export function conditionsText(
  conditions: Conditions | undefined,
  words: Words,
  given: Given = {},
): string {
  const { addressSpaceMiB, refuse = {}, answer = [], scratch, user } = conditions ?? {};
  const named = (name: string, value: string) => name + words.say('text.colon') + value;
  const parts = [
    ...refusableCalls.flatMap((call) => {
      const errno = refuse[call];
      return errno ? [named(call, errno)] : [];
    }),
    ...answer.map(printInjection),
    ...(addressSpaceMiB === undefined
      ? []
      : [named(words.say('conditions.memory'), bytes(addressSpaceMiB * 2 ** 20, words.lang))]),
    ...(isOnDisk(scratch) ? [words.say(`conditions.scratch.${scratch}`)] : []),
    ...(given.tape ? [words.say(`conditions.tape.${given.tape}`)] : []),
    ...(given.arguments ? [typedWords(given.arguments)] : []),
    ...(given.stdin === undefined ? [] : [words.say('conditions.withStdin')]),
    ...(user === 'nobody' ? [words.say('conditions.asNobody')] : []),
  ];
  return parts.length > 0 ? parts.join(' · ') : words.say('conditions.usual');
}
