import type { EditStorage } from '../edit-shelf.ts';
import { joinProgress, readProgress, untouched } from './read-progress.ts';

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

/** All that is known. */
export interface Progress {
  /** By the ids of the goals. */
  goals: Record<string, GoalProgress>;
  /** The error conditions that the reader's programs have met: `io_setup#einval-nr-zero`. */
  conditions: string[];
  /** The reader wants to know them, even without having met a goal. */
  isAsked: boolean;
}

/** The reader's progress, in one entry of a storage. Never throws: it may be full or switched off. */
export interface KeptProgress {
  of(goal: string): GoalProgress;
  /** Notes a change, and returns what is known then. */
  note(goal: string, change: Partial<GoalProgress>): GoalProgress;
  /** Whether error conditions are noted: once a goal has been met, or the reader has asked. */
  readonly notesConditions: boolean;
  askForConditions(): void;
  /** Notes error conditions that a run has met, if they are noted at all. */
  meet(conditions: readonly string[]): void;
  all(): Progress;
  /** Adds what another browser knows. */
  add(progress: Progress): void;
  clear(): void;
}

const key = 'live-man:goals';
const nothing: Progress = { goals: {}, conditions: [], isAsked: false };

/** @param storage lives as long as the browser's profile */
export function createProgress(
  storage: Pick<EditStorage, 'getItem' | 'setItem' | 'removeItem'>,
): KeptProgress {
  const all = () => quietly(() => readProgress(storage.getItem(key) ?? '')) ?? nothing;
  const change = (changed: Partial<Progress>) =>
    quietly(() => storage.setItem(key, JSON.stringify({ ...all(), ...changed })));
  const of = (goal: string): GoalProgress => ({ ...untouched, ...all().goals[goal] });
  const notesConditions = () => {
    const { isAsked, goals } = all();
    return isAsked || Object.values(goals).some(({ metAtMs }) => metAtMs !== null);
  };
  return {
    all,
    add: (progress) => void change(joinProgress(all(), progress)),
    of,
    note(goal, changed) {
      const noted = { ...of(goal), ...changed };
      change({ goals: { ...all().goals, [goal]: noted } });
      return noted;
    },
    get notesConditions() {
      return notesConditions();
    },
    askForConditions: () => void change({ isAsked: true }),
    meet(conditions) {
      if (conditions.length === 0 || !notesConditions()) return;
      change({ conditions: [...new Set([...all().conditions, ...conditions])] });
    },
    clear: () => void quietly(() => storage.removeItem(key)),
  };
}

/** A storage may be full or switched off; what is known then lasts as long as the page. */
function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
