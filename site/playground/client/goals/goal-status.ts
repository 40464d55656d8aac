import type { GoalCheck } from './check-goal.ts';
import type { Words } from '../../../words/words.ts';

/** What came of a run, in one sentence: the goal is met, or what is missing. */
export function goalStatus(check: GoalCheck, texts: readonly string[], words: Words): string {
  if (check.isSolved) return words.say('goal.met');
  const missing = texts.filter((_, at) => check.parts[at]?.state !== 'met');
  const list = new Intl.ListFormat(words.lang, { type: 'conjunction' });
  return words.say('goal.missing', { parts: list.format(missing) });
}
