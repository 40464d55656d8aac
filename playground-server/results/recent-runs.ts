import { LRUCache } from 'lru-cache';
import type { RunRequest } from '../protocol/index.ts';

/** A run that has ended, and may still be shared. */
export interface RecentRun {
  runId: string;
  /** who asked for it, as the queue counts clients */
  client: string;
  /** when it was accepted, in milliseconds of the Unix epoch */
  ranAtMs: number;
  request: RunRequest;
  /** its events in JSON; null if they were more than a result may hold */
  lines: readonly string[] | null;
}

/** Lengths are in UTF-16 units, of which most take one byte of memory. */
export interface RecentRunBounds {
  maxLength: number;
  maxRuns: number;
  /** Of one client: beyond that its newest runs push out its own. */
  perClientRuns: number;
  maxAgeMs: number;
}

const weigh = ({ lines, request }: RecentRun): number =>
  (lines ?? []).reduce((sum, line) => sum + line.length + 16, JSON.stringify(request).length + 500);

/** The last runs by their ids, in memory alone; no client can push out all those of others. */
export class RecentRuns {
  readonly #bounds: RecentRunBounds;
  readonly #runs: LRUCache<string, RecentRun>;

  constructor(bounds: RecentRunBounds) {
    this.#bounds = bounds;
    this.#runs = new LRUCache({
      max: bounds.maxRuns,
      maxSize: bounds.maxLength,
      sizeCalculation: weigh,
      ttl: bounds.maxAgeMs,
    });
  }

  remember(run: RecentRun): void {
    this.#runs.set(run.runId, run);
    const own = [...this.#runs.keys()].filter((id) => this.#runs.peek(id)?.client === run.client);
    for (const oldest of own.slice(this.#bounds.perClientRuns)) this.#runs.delete(oldest);
  }

  find(runId: string): RecentRun | undefined {
    return this.#runs.get(runId);
  }
}
