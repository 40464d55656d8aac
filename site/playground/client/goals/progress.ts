import type { EditStorage } from '../edit-shelf.ts';

/** What a reader has done about one goal. */
export interface GoalProgress {
  /** Runs of a program other than the one that was given. */
  tries: number;
  /** Hints that were opened, in the order of the hints. */
  hints: number;
  sawSolution: boolean;
  /** When it was met first; null if it never was. */
  metAtMs: number | null;
}

/** All that is known, by the ids of the goals. */
export interface Progress {
  goals: Record<string, GoalProgress>;
}

/** The reader's progress, in one entry of a storage. Never throws: it may be full or switched off. */
export interface KeptProgress {
  of(goal: string): GoalProgress;
  /** Notes a change, and returns what is known then. */
  note(goal: string, change: Partial<GoalProgress>): GoalProgress;
  all(): Progress;
  clear(): void;
}

const key = 'live-man:goals';
const untouched: GoalProgress = { tries: 0, hints: 0, sawSolution: false, metAtMs: null };

/** @param storage lives as long as the browser's profile */
export function createProgress(
  storage: Pick<EditStorage, 'getItem' | 'setItem' | 'removeItem'>,
): KeptProgress {
  const all = (): Progress => {
    try {
      return parse(storage.getItem(key));
    } catch {
      return { goals: {} };
    }
  };
  const of = (goal: string): GoalProgress => ({ ...untouched, ...all().goals[goal] });
  return {
    all,
    of,
    note(goal, change) {
      const noted = { ...of(goal), ...change };
      const { goals } = all();
      try {
        storage.setItem(key, JSON.stringify({ goals: { ...goals, [goal]: noted } }));
      } catch {
        // It is there as long as the page is.
      }
      return noted;
    },
    clear() {
      try {
        storage.removeItem(key);
      } catch {
        // There was nothing.
      }
    },
  };
}

function parse(text: string | null): Progress {
  const kept = JSON.parse(text ?? 'null') as Partial<Progress> | null;
  return { goals: typeof kept?.goals === 'object' ? kept.goals : {} };
}
