import { createEditShelf, type EditShelf, type EditStorage } from './edit-shelf.ts';

/** A source that the reader has changed, and when that was. */
export interface RecentEdit {
  key: string;
  source: string;
  savedAtMs: number;
}

/** The reader's versions of the examples, in this browser. */
export interface KeptEdits {
  /** The edited source of an example, or null if it is unchanged. */
  load(key: string): string | null;
  keep(key: string, source: string): void;
  /** The reader went back to the example. */
  forget(key: string): void;
  /** All that is kept for whatever tab, the newest first. */
  recent(): RecentEdit[];
  /** The reader has done with it, in every tab. */
  drop(key: string): void;
}

/**
 * Each tab keeps its own edits across a reload; a new tab starts with the newest of any. So two
 * tabs with the same example do not overwrite each other, and a reset in one does not affect the
 * other.
 *
 * @param local lives as long as the browser's profile @param tab lives as long as the tab
 */
export function createKeptEdits(
  local: EditStorage,
  tab: EditStorage,
  nowMs: () => number = Date.now,
): KeptEdits {
  const shared: EditShelf = createEditShelf(local);
  const own: EditShelf = createEditShelf(tab);
  return {
    load: (key) => (own.get(key) ?? shared.get(key))?.source ?? null,
    keep(key, source) {
      const edit = { source, savedAtMs: nowMs() };
      own.put(key, edit);
      shared.put(key, edit);
    },
    forget(key) {
      const mine = own.get(key)?.savedAtMs;
      const newest = shared.get(key)?.savedAtMs;
      if (newest !== undefined && (mine === undefined || mine === newest)) shared.remove(key);
      own.put(key, { source: null, savedAtMs: nowMs() });
    },
    recent: () =>
      shared
        .all()
        .flatMap(([key, { source, savedAtMs }]) =>
          source === null ? [] : [{ key, source, savedAtMs }],
        )
        .sort((a, b) => b.savedAtMs - a.savedAtMs),
    drop(key) {
      own.remove(key);
      shared.remove(key);
    },
  };
}
