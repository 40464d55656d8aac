import { createHash } from 'node:crypto';
import { demandsOf, type RunRequest } from '../../protocol/index.ts';

interface Comparison {
  snippet: string;
  /** kernels that it has been on, and answers by rule that it has been given */
  ways: Set<string>;
  begunMs: number;
}

/** Longer than all kernels take, one after the other. */
const longestMs = 60_000;

/** Runs of one comparison: all failures that a page tries on a program, and the run without any. */
const mostWays = 41;

/** Clients whose comparison is remembered; who came longest ago is forgotten. */
const remembered = 1000;

/**
 * Recognises the runs of one snippet on several kernels, or with one answer by rule after another,
 * which count as one run for their client.
 */
export class Comparisons {
  readonly #last = new Map<string, Comparison>();
  readonly #nowMs: () => number;

  /** @param nowMs a clock that never goes back */
  constructor(nowMs: () => number = () => performance.now()) {
    this.#nowMs = nowMs;
  }

  /** Whether a run is the same as the client's one before, in a way in which it was not made yet. */
  continues(client: string, request: RunRequest): boolean {
    const snippet = keyOf(request);
    const way = wayOf(request);
    const last = this.#last.get(client);
    const isSame = last?.snippet === snippet && this.#nowMs() - last.begunMs < longestMs;
    if (isSame && !last.ways.has(way) && last.ways.size < mostWays) {
      last.ways.add(way);
      return true;
    }
    this.#last.delete(client);
    this.#last.set(client, { snippet, ways: new Set([way]), begunMs: this.#nowMs() });
    const [oldest] = this.#last.keys();
    if (this.#last.size > remembered) this.#last.delete(oldest!);
    return false;
  }
}

const wayOf = (request: RunRequest): string =>
  digestOf([demandsOf(request).kernel, request.conditions?.answer ?? []]);

function keyOf({ kernel: _, conditions, ...snippet }: RunRequest): string {
  const { answer: __, ...others } = conditions ?? {};
  return digestOf([snippet, others]);
}

const digestOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64');
