/** The part of Storage that is used here; tests supply their own. */
export type EditStorage = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

/** One edit: `source` is null if the reader went back to the example. */
export interface KeptEdit {
  source: string | null;
  savedAtMs: number;
}

/** A bounded number of edits in one of the browser's storages. Never throws. */
export interface EditShelf {
  get(key: string): KeptEdit | null;
  /** All edits with their keys, in no order. */
  all(): [key: string, edit: KeptEdit][];
  put(key: string, edit: KeptEdit): void;
  remove(key: string): void;
}

const prefix = 'live-man:edit:';
/** A storage has some 5 MB, and an edit at most 64 KiB. */
const mostEdits = 40;

export function createEditShelf(storage: EditStorage): EditShelf {
  const keys = (): string[] =>
    Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '').filter((key) =>
      key.startsWith(prefix),
    );
  const read = (key: string) => parse(storage.getItem(key));
  /** Makes room for one more by dropping the edits that are longest untouched. */
  const prune = (most: number): void => {
    const byAge = keys()
      .map((key) => ({ key, savedAtMs: read(key)?.savedAtMs ?? 0 }))
      .sort((a, b) => b.savedAtMs - a.savedAtMs);
    for (const { key } of byAge.slice(most)) storage.removeItem(key);
  };
  return {
    get: (key) => quietly(() => read(prefix + key)) ?? null,
    all: () =>
      quietly(() =>
        keys().flatMap((key): [string, KeptEdit][] => {
          const edit = read(key);
          return edit ? [[key.slice(prefix.length), edit]] : [];
        }),
      ) ?? [],
    put(key, edit) {
      const text = JSON.stringify(edit);
      quietly(() => {
        if (storage.getItem(prefix + key) === null) prune(mostEdits - 1);
        try {
          storage.setItem(prefix + key, text);
        } catch {
          // Something of this origin has used up the quota: half of the edits make way.
          prune(mostEdits / 2);
          storage.setItem(prefix + key, text);
        }
      });
    },
    remove: (key) => quietly(() => storage.removeItem(prefix + key)),
  };
}

/** A storage may be full, switched off or emptied behind our back; the reader can still write. */
function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

function parse(text: string | null): KeptEdit | null {
  const edit: unknown = text === null ? null : JSON.parse(text);
  const { source, savedAtMs } = (edit ?? {}) as Partial<KeptEdit>;
  const isSource = typeof source === 'string' || source === null;
  return isSource && typeof savedAtMs === 'number' ? { source, savedAtMs } : null;
}
