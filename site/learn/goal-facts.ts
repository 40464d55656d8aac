import type { AskedGoal } from '../playground/client/goals/asked-goal.ts';
import type { Strings } from '../words/words.ts';

/** What the page of a goal tells its script. */
export interface GoalOnPage extends AskedGoal {
  id: string;
  strings: Strings;
}

/** The sentences of goals that the browser needs. */
export const goalStrings = /^goal\./;
