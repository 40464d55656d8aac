import { createHash } from 'node:crypto';
import { demandsOf, type RunRequest } from '../../protocol/index.ts';

interface Comparison {
  snippet: string;
  kernels: Set<string>;
  begunMs: number;
}

/** Longer than all kernels take, one after the other. */
const longestMs = 60_000;

/** Clients whose comparison is remembered; who came longest ago is forgotten. */
const remembered = 1000;

/** Recognises the runs of one snippet on several kernels, which count as one run for their client. */
export class Comparisons {
  readonly #last = new Map<string, Comparison>();
  readonly #nowMs: () => number;

  /** @param nowMs a clock that never goes back */
  constructor(nowMs: () => number = () => performance.now()) {
    this.#nowMs = nowMs;
  }

  /** Whether a run is the same as the client's one before, on a kernel that it has not been on. */
  continues(client: string, request: RunRequest): boolean {
    const { kernel } = demandsOf(request);
    const snippet = keyOf(request);
    const last = this.#last.get(client);
    const isSame = last?.snippet === snippet && this.#nowMs() - last.begunMs < longestMs;
    if (isSame && !last.kernels.has(kernel)) {
      last.kernels.add(kernel);
      return true;
    }
    this.#last.delete(client);
    this.#last.set(client, { snippet, kernels: new Set([kernel]), begunMs: this.#nowMs() });
    const [oldest] = this.#last.keys();
    if (this.#last.size > remembered) this.#last.delete(oldest!);
    return false;
  }
}

const keyOf = ({ kernel: _, ...snippet }: RunRequest): string =>
  createHash('sha256').update(JSON.stringify(snippet)).digest('base64');
