/** Before a goal's id: the id of its playground, and the name of the frame that shows it alone. */
export const goalPrefix = 'goal-';

/** Whether an author names a goal of the site, and does not spell one out. */
export const isGoalName = (goal: string): boolean => /^[a-z0-9-]+$/.test(goal);
