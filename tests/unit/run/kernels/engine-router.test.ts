import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { watchEngine } from '../../../../playground-server/http/operation/engine-gauges.ts';
import type { RunRequest } from '../../../../playground-server/protocol/index.ts';
import { EngineRouter } from '../../../../playground-server/run/kernels/engine-router.ts';
import type { Admission } from '../../../../playground-server/run/queue/admission.ts';
import { environment, exited, FakeEngine, limits, output } from '../../http/fake-engine.ts';

/** An engine whose runs print on which kernel they run. */
class OwnKernel extends FakeEngine {
  readonly #kernel: string;
  closed = 0;

  constructor(id: string, kernel: string) {
    super();
    this.kernels = [id];
    this.#kernel = kernel;
    this.script = async function* () {
      yield* [output(kernel), exited];
    };
  }

  override limits() {
    return { ...limits, memoryBytes: this.#kernel.length };
  }

  override environment() {
    return { ...environment, kernel: this.#kernel };
  }

  override async close() {
    this.closed += 1;
  }
}

function routed() {
  const engines = { host: new OwnKernel('host', 'host'), old: new OwnKernel('old', '5.10') };
  return { ...engines, router: new EngineRouter(new Map(Object.entries(engines))) };
}

const { signal } = new AbortController();

async function printed(router: EngineRouter, request: RunRequest): Promise<string[]> {
  const admission = router.admit('reader', request.kernel) as Admission;
  const events = await Array.fromAsync(router.run(request, admission, signal));
  return events.flatMap(({ event }) => (event.kind === 'output' ? [event.text] : []));
}

it('runs each snippet on the kernel that it asks for, the host where it asks for none', async () => {
  const { router } = routed();
  const snippet = { language: 'c', source: '' } as const;
  expect(router.kernels).toEqual(['host', 'old']);
  expect(await printed(router, snippet)).toEqual(['host']);
  expect(await printed(router, { ...snippet, kernel: 'host' })).toEqual(['host']);
  expect(await printed(router, { ...snippet, kernel: 'old' })).toEqual(['5.10']);
});

it('knows all kernels, the standard one first', () => {
  const { router } = routed();
  expect(router.kernelFacts().map(({ id }) => id)).toEqual(['host', 'old']);
});

it('checks a snippet on the kernel that it asks for', async () => {
  const { router, host, old } = routed();
  const request = { language: 'c', source: '', kernel: 'old' } as const;
  await router.check(request, router.admitCheck('reader', 'old') as Admission, signal);
  expect([host.requests, old.requests]).toEqual([[], [request]]);
});

it('has limits, machine and refusals of the kernel', () => {
  const { router, old } = routed();
  const demands = { language: 'c', kernel: 'old', scratch: 'tmpfs', tape: 'aio' } as const;
  expect(router.environment(demands).kernel).toBe('5.10');
  expect(router.environment({ ...demands, kernel: 'host' }).kernel).toBe('host');
  expect(router.limits(demands).memoryBytes).toBe('5.10'.length);
  old.unavailableBecause = 'no disk there';
  expect(router.unavailable({ language: 'c', source: '', kernel: 'old' })).toBe('no disk there');
  expect(router.unavailable({ language: 'c', source: '' })).toBeNull();
});

it('lets runs on one kernel wait for none on another', () => {
  const { router } = routed();
  const admissions = ['host', 'host', 'host', 'old'].map((kernel) => router.admit('a', kernel));
  expect(admissions.map((each) => 'granted' in each && each.granted)).toEqual([
    true,
    true,
    false,
    true,
  ]);
  expect(router.occupancy()).toEqual({ running: 3, waiting: 1, tearingDown: 0 });
  expect(router.bounds).toEqual({ slots: 4, waiting: 4, perClient: 3 });
});

it('counts the slots once that engines share', () => {
  const shared = { slots: 2, waiting: 9, perClient: 9 };
  const engines = {
    host: new FakeEngine(),
    old: new FakeEngine(shared),
    newer: new FakeEngine(shared),
  };
  const router = new EngineRouter(new Map(Object.entries(engines)));
  expect(router.bounds).toEqual({ slots: 4, waiting: 11, perClient: 9 });
});

it('offers no kernel that its engine cannot run', () => {
  const { router, old } = routed();
  old.kernels = ['host'];
  expect(router.kernels).toEqual(['host']);
});

it('tells the sandboxes and threads, or the runners, of each kernel', async () => {
  const { router, old } = routed();
  old.workforces = () => [{ kernel: 'old', kind: 'remote', runnersUp: 1, runnersDown: 2 }];
  const registry = new Registry();
  watchEngine(router, registry);
  const text = await registry.metrics();
  expect(text).toContain('live_man_sandboxes{kernel="host",state="ready"} 3');
  expect(text).toContain('live_man_runners{kernel="old",state="down"} 2');
});

it('stays ready without a kernel other than the standard one, and says what that lacks', async () => {
  const { router, host, old } = routed();
  const check = {
    name: 'snippet runs',
    need: 'required',
    ok: true,
    detail: '',
    remedy: '',
  } as const;
  host.preflightChecks = [check];
  old.preflightChecks = [{ ...check, ok: false, detail: 'it does not boot' }];
  expect(await router.preflight()).toEqual([
    check,
    {
      ...check,
      name: 'old: snippet runs',
      need: 'optional',
      ok: false,
      detail: 'it does not boot',
    },
  ]);
});

it('closes all of them', async () => {
  const { router, host, old } = routed();
  await router.close(0);
  expect([host.closed, old.closed]).toEqual([1, 1]);
});
