import { createProgress } from '../client/goals/progress.ts';
import { createKeptEdits } from '../client/kept-edits.ts';
import { createLastRuns } from '../client/last-runs.ts';
import { createKeptTape } from '../client/kept-tape.ts';
import type { EditStorage } from '../client/edit-shelf.ts';

/** The reader's edits of the examples, in this browser and in this tab. */
export const browserEdits = createKeptEdits(
  open(() => localStorage),
  open(() => sessionStorage),
);

/** Which calls the reader wants to see, in this browser. */
export const browserTape = createKeptTape(open(() => localStorage));

/** The results of the last runs in this tab. */
export const browserRuns = createLastRuns(open(() => sessionStorage));

/** What the reader has learnt, in this browser. */
export const browserProgress = createProgress(open(() => localStorage));

/** Merely accessing the storage may throw; edits then last only as long as the page. */
function open(storage: () => EditStorage): EditStorage {
  try {
    return storage();
  } catch {
    return inMemory();
  }
}

function inMemory(): EditStorage {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (at) => [...entries.keys()][at] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}
