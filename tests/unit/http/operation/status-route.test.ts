import { expect, it } from 'vitest';
import { statusSchema, type KernelFacts } from '../../../../playground-server/protocol/index.ts';
import { FactUnknown } from '../../../../playground-server/run/engine.ts';
import { runOf } from './run-of.ts';
import { FakeEngine, accepted, environment, exited, limits } from '../fake-engine.ts';
import { testApp } from '../test-app.ts';

const statusOf = async (app: ReturnType<typeof testApp>['app']) => {
  const response = await app.request('/api/v1/status');
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  return statusSchema.parse(await response.json());
};

it('reports the queue, the last hour, the machine and the preflight', async () => {
  const { app, engine, lastHour } = testApp(new FakeEngine({ slots: 1, waiting: 5, perClient: 3 }));
  const check = { name: 'x', need: 'optional' as const, ok: false, detail: 'd', remedy: 'r' };
  engine.preflightChecks = [check];
  engine.admit('somebody');
  engine.admit('somebody');
  lastHour.add(runOf([0, accepted], [20, exited]));
  expect(await statusOf(app)).toMatchObject({
    ready: true,
    startedAt: lastHour.startedAt.toISOString(),
    preflight: { checks: [check] },
    queue: { running: 1, waiting: 1, slots: 1, places: 5, perClient: 3 },
    lastHour: { runs: 1, outcomes: { exited: 1 }, total: { p50Ms: expect.closeTo(20, 0) } },
    languages: {
      c: { limits, environment },
      typescript: { limits, environment },
    },
  });
});

it('lists the kernels with the machines that are ready, or with the step, or with the remedy', async () => {
  const engine = new FakeEngine();
  const source = 'a test';
  const kernels: KernelFacts[] = [
    {
      state: 'available',
      id: '7.2',
      source,
      release: '7.2.7',
      isOwn: true,
      languages: ['c'],
      scratches: ['tmpfs'],
    },
    { state: 'fetching', id: '6.1', source, step: 'packages' },
    { state: 'missing', id: '5.10', source, reason: 'No mirror.', remedy: 'Name one.' },
  ];
  engine.kernelFacts = () => kernels;
  engine.workforces = () => [
    { kernel: '7.2', kind: 'local', readySandboxes: 2, idleThreads: 0, busyThreads: 0 },
    { kernel: 'host', kind: 'local', readySandboxes: 5, idleThreads: 0, busyThreads: 0 },
  ];
  const { app } = testApp(engine);
  const [available, ...others] = kernels;
  expect((await statusOf(app)).kernels).toEqual([{ ...available, machinesReady: 2 }, ...others]);
});

it('starts no snippet of its own for each request', async () => {
  const { app, engine } = testApp();
  await statusOf(app);
  await statusOf(app);
  expect(engine.preflights).toBe(1);
});

it('knows no machine as long as no runner has been up, and the other routes say why', async () => {
  const engine = new FakeEngine();
  const unknown = () => {
    throw new FactUnknown('No runner has been up yet.');
  };
  engine.environment = unknown;
  engine.limits = unknown;
  const { app } = testApp(engine);
  expect(await statusOf(app)).toMatchObject({ languages: {} });
  const response = await app.request('/api/v1/limits');
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({
    code: 'not-ready',
    detail: 'No runner has been up yet.',
  });
});
