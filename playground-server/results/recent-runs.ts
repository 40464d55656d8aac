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

/** What a run holds beside what its client wrote and the kernel told. */
const overhead = 1000;

const weigh = ({ lines, request: { source, stdin, arguments: words } }: RecentRun): number =>
  [source, stdin ?? '', ...(words ?? []), ...(lines ?? [])].reduce(
    (sum, text) => sum + text.length + 16,
    overhead,
  );

/** The last runs by their ids, in memory alone; no client can push out all those of others. */
export class RecentRuns {
  readonly #bounds: RecentRunBounds;
  readonly #runs: LRUCache<string, RecentRun>;
  /** Ids of those in memory, oldest first. */
  readonly #ofClient = new Map<string, Set<string>>();

  constructor(bounds: RecentRunBounds) {
    this.#bounds = bounds;
    this.#runs = new LRUCache({
      max: bounds.maxRuns,
      maxSize: bounds.maxLength,
      sizeCalculation: weigh,
      ttl: bounds.maxAgeMs,
      dispose: (run) => this.#forget(run),
    });
  }

  remember(run: RecentRun): void {
    const own = this.#ofClient.get(run.client) ?? new Set();
    this.#ofClient.set(run.client, own.add(run.runId));
    this.#runs.set(run.runId, run);
    // Whatever is too large for the whole is not kept, and so never disposed of.
    if (!this.#runs.has(run.runId)) this.#forget(run);
    const [oldest] = own;
    if (own.size > this.#bounds.perClientRuns) this.#runs.delete(oldest!);
  }

  find(runId: string): RecentRun | undefined {
    return this.#runs.get(runId);
  }

  #forget({ client, runId }: RecentRun): void {
    const own = this.#ofClient.get(client);
    own?.delete(runId);
    if (own?.size === 0) this.#ofClient.delete(client);
  }
}
