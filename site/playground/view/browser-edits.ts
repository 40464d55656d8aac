import { createKeptEdits } from '../client/kept-edits.ts';
import type { EditStorage } from '../client/edit-shelf.ts';

/** What the reader has made of the examples, in this browser and in this tab. */
export const browserEdits = createKeptEdits(
  open(() => localStorage),
  open(() => sessionStorage),
);

/** A browser may refuse even to name its storage; edits are then kept as long as the page is. */
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
