import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { faultCodes, outcomeSchema, problemCodes } from '../../protocol/index.ts';
import type { FaultCode, ProblemCode } from '../../protocol/index.ts';
import { watchEngine, type WatchedEngine } from './engine-gauges.ts';
import { endingWord, type RunRecord } from './run-record.ts';
import { stageEnds } from './run-stages.ts';

/** This server's counters and durations, in Prometheus's text format. */
export interface Metrics {
  /** Counts a finished run. */
  run(record: RunRecord): void;
  /** Counts a finished check, with the time it took, including that in the queue. */
  check(elapsedMs: number): void;
  problem(code: ProblemCode): void;
  fault(code: FaultCode): void;
  watch(engine: WatchedEngine): void;
  contentType: string;
  text(): Promise<string>;
}

/** A cached run takes about 10 ms, a changed one about 100 ms; the wall limit ends all at 5 s. */
const stageBucketsSeconds = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

/** Every word that `endingWord` has. */
const endings = [...outcomeSchema.options.map(({ shape }) => shape.kind.value), 'faulted'];

/**
 * Creates this server's metrics, including those of its process.
 * @param role a label of all of them: a run through a web instance is counted at its runner as well
 */
export function createMetrics(role: 'web' | 'runner'): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ role });
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const stages = new Histogram({
    name: 'live_man_stage_seconds',
    help: 'Duration of each stage of a run',
    labelNames: ['stage'],
    buckets: stageBucketsSeconds,
    registers,
  });
  // Born with 0: Prometheus sees no increase in a series that begins with its first fault.
  const counter = (name: string, help: string, label: string, values: readonly string[]) => {
    const created = new Counter({ name, help, labelNames: [label], registers });
    for (const value of values) created.inc({ [label]: value }, 0);
    return created;
  };
  const outcomes = counter('live_man_runs_total', 'Runs by how they ended', 'outcome', endings);
  const problems = counter(
    'live_man_problems_total',
    'Refused requests by code',
    'code',
    problemCodes,
  );
  const faults = counter('live_man_faults_total', 'Our own failures by code', 'code', faultCodes);
  return {
    run(record) {
      const { ending } = record;
      if (!ending) return;
      for (const [stage, endNs] of stageEnds(record, ending))
        stages.observe({ stage }, endNs / 1e9);
      outcomes.inc({ outcome: endingWord(ending) });
      if (ending.kind === 'faulted') faults.inc({ code: ending.code });
    },
    check: (elapsedMs) => stages.observe({ stage: 'check' }, elapsedMs / 1000),
    problem: (code) => problems.inc({ code }),
    fault: (code) => faults.inc({ code }),
    watch: (engine) => watchEngine(engine, registry),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
