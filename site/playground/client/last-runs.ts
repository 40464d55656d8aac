import type { RunRequest } from '../../../playground-server/protocol/index.ts';
import type { EditStorage } from './edit-shelf.ts';

/** A run that has ended: what was asked for, and the lines that came. */
export interface LastRun {
  request: RunRequest;
  lines: readonly string[];
}

/** The last run of each of a few playgrounds. Never throws: a storage may be full or switched off. */
export interface LastRuns {
  load(key: string): LastRun | null;
  keep(key: string, run: LastRun): void;
}

const prefix = 'live-man:run:';
/** A storage has some 5 million characters, which edits share; JSON in JSON takes a third more. */
const mostCharacters = 750_000;
const mostRuns = 3;

/** @param storage of the tab: what happened in it is nothing for another */
export function createLastRuns(storage: EditStorage): LastRuns {
  const keys = () =>
    Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '').filter((key) =>
      key.startsWith(prefix),
    );
  return {
    load(key) {
      try {
        return JSON.parse(storage.getItem(prefix + key) ?? 'null') as LastRun | null;
      } catch {
        return null;
      }
    },
    keep(key, run) {
      try {
        storage.removeItem(prefix + key);
        // Asked before it becomes text: a tape of ten thousand calls would take half a second.
        if (lengthOf(run) > mostCharacters) return;
        // A storage has no order that can be relied on: any of the others makes way.
        for (const other of keys().slice(mostRuns - 1)) storage.removeItem(other);
        storage.setItem(prefix + key, JSON.stringify(run));
      } catch {
        // The run is there as long as the page is.
      }
    },
  };
}

const lengthOf = ({ request, lines }: LastRun): number =>
  lines.reduce((sum, line) => sum + line.length, request.source.length);
