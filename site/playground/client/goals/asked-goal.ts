import type { GoalPart, GoalPattern } from '../../../facts/goals/goal-pattern-schema.ts';
import { inLanguage } from '../../../facts/localized.ts';
import type { Words } from '../../../words/words.ts';
import { partsOf } from './check-goal.ts';
import { partText } from './part-text.ts';

/** A goal as it is put to a reader. */
export interface AskedGoal {
  pattern: GoalPattern;
  /** Its parts in the words of the reader's language; code stands between backquotes. */
  texts: string[];
}

/** Puts a goal into a language: the words of its author, or those made of the pattern. */
export function askedGoal(pattern: GoalPattern, words: Words): AskedGoal {
  const parts = partsOf(pattern);
  return {
    pattern: { ...pattern, parts: parts.map(withoutWords) },
    texts: parts.map(({ says, ...part }) =>
      says ? inLanguage(says, words.lang) : partText(part, words),
    ),
  };
}

const withoutWords = ({ says: _, ...part }: GoalPart): GoalPart => part;
