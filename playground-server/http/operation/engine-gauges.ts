import { Gauge, type Registry } from 'prom-client';
import type { Engine, Workforce } from '../../run/engine.ts';

export type WatchedEngine = Pick<Engine, 'occupancy' | 'bounds' | 'workforces'>;

/** Registers gauges of the current state, which is read at each scrape. */
export function watchEngine(engine: WatchedEngine, registry: Registry): void {
  const gauge = (name: string, help: string, read: () => Record<string, number>) =>
    new Gauge({
      name,
      help,
      labelNames: ['state'],
      registers: [registry],
      collect() {
        for (const [state, value] of Object.entries(read())) this.set({ state }, value);
      },
    });
  gauge('live_man_occupancy', 'Current runs, by state', () => ({ ...engine.occupancy() }));
  gauge('live_man_places', 'Most runs that may be in that state', () => ({
    running: engine.bounds.slots,
    waiting: engine.bounds.waiting,
  }));
  watchWorkforces(engine, registry);
}

/** A server that runs snippets itself has sandboxes and threads; a web instance has runners. */
const workforceGauges: Record<Workforce['kind'], { name: string; help: string }[]> = {
  local: [
    { name: 'live_man_sandboxes', help: 'Sandboxes made ahead of need' },
    { name: 'live_man_tracer_threads', help: 'Threads that are tracing or waiting for work' },
  ],
  remote: [{ name: 'live_man_runners', help: 'Runners that take runs or do not' }],
};

function watchWorkforces(engine: WatchedEngine, registry: Registry): void {
  const kinds = new Set(engine.workforces().map(({ kind }) => kind));
  for (const { name, help } of [...kinds].flatMap((kind) => workforceGauges[kind]))
    new Gauge({
      name,
      help,
      labelNames: ['kernel', 'state'],
      registers: [registry],
      collect() {
        for (const workforce of engine.workforces()) {
          const states = Object.entries(readWorkforce(workforce)[name] ?? {});
          for (const [state, value] of states) this.set({ kernel: workforce.kernel, state }, value);
        }
      },
    });
}

function readWorkforce(workforce: Workforce): Record<string, Record<string, number>> {
  if (workforce.kind === 'remote') {
    return { live_man_runners: { up: workforce.runnersUp, down: workforce.runnersDown } };
  }
  const { readySandboxes, idleThreads, busyThreads } = workforce;
  return {
    live_man_sandboxes: { ready: readySandboxes },
    live_man_tracer_threads: { idle: idleThreads, busy: busyThreads },
  };
}
