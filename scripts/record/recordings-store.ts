import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { RunEvent } from '../../playground-server/protocol/index.ts';
import type { RecordingsSource } from '../../site/facts/recordings/kernel-tapes.ts';
import {
  recordingsSchema,
  tapeFile,
  type Recordings,
} from '../../site/facts/recordings/recording-schema.ts';
import { writeTape } from './write-tape.ts';

/** What the examples did on own kernels, as it is kept in a folder; every change is written at once. */
export class RecordingsStore implements RecordingsSource {
  readonly recordings = new Map<string, Recordings>();
  readonly #folder: string;

  constructor(folder = 'content/recordings') {
    this.#folder = folder;
    for (const path of globSync(join(folder, '*.json')))
      this.recordings.set(
        basename(path, '.json'),
        recordingsSchema.parse(JSON.parse(readFileSync(path, 'utf8'))),
      );
  }

  tape(file: string): RunEvent[] | undefined {
    const path = join(this.#folder, 'tapes', file);
    return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as RunEvent[]) : undefined;
  }

  /** Notes what a kernel's recording is; undefined takes back what was noted. */
  note(kernel: string, name: string, recording: Recordings[string] | undefined): void {
    const { [name]: _, ...others } = this.recordings.get(kernel) ?? {};
    const all = recording === undefined ? others : { ...others, [name]: recording };
    const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
    this.recordings.set(kernel, sorted);
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(
      join(this.#folder, `${kernel}.json`),
      `${JSON.stringify(sorted, undefined, 1)}\n`,
    );
  }

  /** Keeps a tape that says something else than the one beside the example. */
  keep(name: string, digest: string, events: readonly RunEvent[]): void {
    mkdirSync(join(this.#folder, 'tapes'), { recursive: true });
    writeTape(join(this.#folder, 'tapes', tapeFile(name, digest)), events);
  }

  /** Removes the tapes of a variant that no recording names any more, or that say what the one beside it says. */
  prune(name: string, beside: string): void {
    const named = [...this.recordings.values()].map((kernel) => kernel[name]);
    for (const path of globSync(join(this.#folder, 'tapes', tapeFile(name, '*')))) {
      const digest = basename(path).split('.').at(-2);
      if (digest === beside || !named.includes(digest)) rmSync(path);
    }
  }
}
