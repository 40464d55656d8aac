import type { GoalProgress, Progress } from './progress.ts';

export const untouched: GoalProgress = { tries: 0, hints: 0, sawSolution: false, metAtMs: null };

/**
 * Reads progress as it was kept or exported, by this version or another: what is not of its kind is
 * left out. Null if the text is no progress at all.
 */
export function readProgress(text: string): Progress | null {
  const { goals, conditions, isAsked } = recordOf(parsed(text)) ?? {};
  const entries = Object.entries(recordOf(goals) ?? {});
  if (!recordOf(goals) && !Array.isArray(conditions)) return null;
  return {
    goals: Object.fromEntries(
      entries.flatMap(([id, goal]) => {
        const known = recordOf(goal);
        return known && /^[a-z0-9-]{1,64}$/.test(id) ? [[id, goalProgress(known)]] : [];
      }),
    ),
    conditions: Array.isArray(conditions) ? conditions.filter(isCondition) : [],
    isAsked: isAsked === true,
  };
}

/** What two browsers know together: nothing that was met in either is lost. */
export function joinProgress(one: Progress, other: Progress): Progress {
  const ids = [...Object.keys(one.goals), ...Object.keys(other.goals)];
  return {
    goals: Object.fromEntries(
      ids.map((id) => [id, joinGoal(one.goals[id] ?? untouched, other.goals[id] ?? untouched)]),
    ),
    conditions: [...new Set([...one.conditions, ...other.conditions])],
    isAsked: one.isAsked || other.isAsked,
  };
}

function joinGoal(one: GoalProgress, other: GoalProgress): GoalProgress {
  const met = [one.metAtMs, other.metAtMs].filter((atMs) => atMs !== null);
  return {
    tries: Math.max(one.tries, other.tries),
    hints: Math.max(one.hints, other.hints),
    sawSolution: one.sawSolution || other.sawSolution,
    metAtMs: met.length > 0 ? Math.min(...met) : null,
  };
}

function goalProgress({
  tries,
  hints,
  sawSolution,
  metAtMs,
}: Record<string, unknown>): GoalProgress {
  return {
    tries: isCount(tries) ? tries : 0,
    hints: isCount(hints) ? hints : 0,
    sawSolution: sawSolution === true,
    metAtMs: isCount(metAtMs) ? metAtMs : null,
  };
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

const isCondition = (value: unknown): value is string =>
  typeof value === 'string' && /^\w{1,64}#[a-z0-9-]{1,64}$/.test(value);

const recordOf = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
