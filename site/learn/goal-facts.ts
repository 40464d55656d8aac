import type { GoalPart, GoalPattern } from '../facts/goals/goal-pattern-schema.ts';
import type { Strings } from '../words/words.ts';

/** What the page of a goal tells its script. */
export interface GoalOnPage {
  id: string;
  pattern: GoalPattern;
  /** The parts in words, in the reader's language. */
  texts: string[];
  strings: Strings;
}

/** The sentences of goals that the browser needs. */
export const goalStrings = /^goal\./;

/** A part without its words, which the page has in one language. */
export const withoutWords = ({ says: _, ...part }: GoalPart): GoalPart => part;
