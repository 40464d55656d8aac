import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';
import type { Status } from '../../protocol/index.ts';
import { endingWord, type RunRecord } from './run-record.ts';
import { stageEnds, type RunStage } from './run-stages.ts';

type Measured = 'waited' | 'firstEvent' | 'total';

/** The stages whose duration readers notice. */
const measuredStages: Partial<Record<RunStage, Measured>> = {
  queue: 'waited',
  'first-event': 'firstEvent',
  total: 'total',
};

/**
 * The runs of five minutes as distributions, whose memory does not grow with the number of runs.
 */
interface Slice {
  startMs: number;
  outcomes: Map<string, number>;
  histograms: Record<Measured, RecordableHistogram>;
}

const minuteMs = 60_000;
const sliceMs = 5 * minuteMs;
const windowMs = 60 * minuteMs;

/** Microseconds, from one up to two minutes, after which a connection is dead anyway. */
const histogram = () => createHistogram({ lowest: 1, highest: 120_000_000, figures: 2 });
const threeHistograms = () => ({
  waited: histogram(),
  firstEvent: histogram(),
  total: histogram(),
});

/** How long the last hour's runs took and how they ended, as measured by the server itself. */
export class LastHour {
  readonly startedAt: Date;
  readonly #nowMs: () => number;
  #slices: Slice[] = [];

  constructor(nowMs: () => number = Date.now) {
    this.#nowMs = nowMs;
    this.startedAt = new Date(nowMs());
  }

  /** Adds a finished run. */
  add(record: RunRecord): void {
    const { ending } = record;
    if (!ending) return;
    const { outcomes, histograms } = this.#current();
    for (const [stage, endNs] of stageEnds(record, ending)) {
      const measured = measuredStages[stage];
      // A histogram accepts neither zero nor anything above its highest value.
      const us = Math.min(120_000_000, Math.max(1, Math.round(endNs / 1000)));
      if (measured) histograms[measured].record(us);
    }
    const outcome = endingWord(ending);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }

  report(): Status['lastHour'] {
    this.#forget();
    const sinceMs = Math.max(this.startedAt.getTime(), this.#nowMs() - windowMs);
    const outcomes: Record<string, number> = {};
    const sums = threeHistograms();
    for (const slice of this.#slices) {
      for (const [outcome, runs] of slice.outcomes)
        outcomes[outcome] = (outcomes[outcome] ?? 0) + runs;
      for (const key of Object.keys(sums) as Measured[]) sums[key].add(slice.histograms[key]);
    }
    return {
      sinceAt: new Date(sinceMs).toISOString(),
      runs: Object.values(outcomes).reduce((sum, runs) => sum + runs, 0),
      outcomes,
      waited: percentiles(sums.waited),
      firstEvent: percentiles(sums.firstEvent),
      total: percentiles(sums.total),
    };
  }

  #current(): Slice {
    const startMs = Math.floor(this.#nowMs() / sliceMs) * sliceMs;
    const last = this.#slices.at(-1);
    if (last?.startMs === startMs) return last;
    this.#forget();
    const slice = { startMs, outcomes: new Map<string, number>(), histograms: threeHistograms() };
    this.#slices.push(slice);
    return slice;
  }

  #forget(): void {
    const oldestMs = this.#nowMs() - windowMs;
    this.#slices = this.#slices.filter(({ startMs }) => startMs >= oldestMs);
  }
}

function percentiles(sum: RecordableHistogram): Status['lastHour']['total'] {
  if (sum.count === 0) return null;
  return { p50Ms: sum.percentile(50) / 1000, p95Ms: sum.percentile(95) / 1000 };
}
