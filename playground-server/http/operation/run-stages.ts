import type { RunEvent } from '../../protocol/index.ts';

/** What a trace tells of a run: times in nanoseconds since it was accepted. */
export interface RunStages {
  endNs: number;
  stages: { name: 'queue' | 'compile' | 'program'; fromNs: number; toNs: number }[];
  attributes: Record<string, string | number | boolean>;
  /** code of our own failure, or null */
  fault: string | null;
}

/** Reads the stages of a run off its events. */
export function stagesOf() {
  const attributes: RunStages['attributes'] = {};
  const stages: RunStages['stages'] = [];
  let told: RunStages | null = null;
  /** where the stage that goes on began; a run that waits is still in the queue */
  let fromNs = 0;
  let calls = 0;
  const end = (endNs: number, outcome: string, fault: string | null) => {
    const name = 'live_man.cached' in attributes ? 'program' : 'compile';
    stages.push({ name, fromNs, toNs: endNs });
    Object.assign(attributes, { 'live_man.outcome': outcome, 'live_man.calls': calls });
    told = { endNs, stages, attributes, fault };
  };
  const hear = (event: RunEvent): void => {
    const atNs = Number(event.atNs);
    if (event.kind === 'accepted') attributes['live_man.run_id'] = event.runId;
    if (event.kind === 'queued') fromNs = atNs;
    if (event.kind === 'syscall-exit') calls += 1;
    if (event.kind === 'compiled') {
      const startNs = Math.max(fromNs, atNs - Number(event.elapsedNs));
      stages.push({ name: 'queue', fromNs: 0, toNs: startNs });
      stages.push({ name: 'compile', fromNs: startNs, toNs: atNs });
      attributes['live_man.cached'] = event.cached;
      fromNs = atNs;
    }
    if (event.kind === 'finished') end(atNs, event.outcome.kind, null);
    if (event.kind === 'faulted') end(atNs, 'faulted', event.code);
  };
  return { hear, told: () => told };
}
