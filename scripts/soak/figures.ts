import { percentile } from '../bench/statistics.ts';

/** What came of the runs so far. */
export class Figures {
  readonly byKind = new Map<string, number>();
  readonly complaints: string[] = [];
  readonly runIds = new Set<string>();
  readonly #tookMs: number[] = [];

  get runs(): number {
    return this.#tookMs.length;
  }

  /** @param runId null where the reader got none */
  add(kind: string, tookMs: number, runId: string | null, complaints: readonly string[]): void {
    this.byKind.set(kind, (this.byKind.get(kind) ?? 0) + 1);
    this.#tookMs.push(tookMs);
    const number = this.runs;
    for (const each of complaints) this.complaints.push(`${kind}, as ${number}th: ${each}`);
    if (runId === null) return;
    if (this.runIds.has(runId)) this.complaints.push(`${runId} was given twice`);
    this.runIds.add(runId);
  }

  /** Milliseconds until the end of a run, or until its reader left, below which `share` of them lie. */
  tookMs(share: number): number {
    return percentile(this.#tookMs, share);
  }
}
