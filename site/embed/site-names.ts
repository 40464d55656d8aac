import type { KnownNames } from '../facts/goals/parse-goal.ts';

/** The names that authors of other pages may write; calls and errnos are for goals. */
export interface SiteNames extends KnownNames {
  /** Lines of each example, by its name, and of the program that a goal brings. */
  examples: Readonly<Record<string, number>>;
  goals: readonly string[];
}
