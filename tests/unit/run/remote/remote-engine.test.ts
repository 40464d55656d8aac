import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import type { UnstampedEvent } from '../../../../playground-server/protocol/index.ts';
import type { Engine } from '../../../../playground-server/run/engine.ts';
import { createRemoteEngine } from '../../../../playground-server/run/remote/remote-engine.ts';
import { accepted, environment, exited, output } from '../../http/fake-engine.ts';
import { FakeRunner, lines } from './fake-runner.ts';
import type { TimedEvent } from '../../../../playground-server/run/timed-event.ts';

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

/** A web instance in front of these runners. */
const engineOf = (...runners: FakeRunner[]) => impatientEngineOf(undefined, ...runners);

/** The same, whose runs look for a runner for the given time. */
async function impatientEngineOf(
  searchMs: number | undefined,
  ...runners: FakeRunner[]
): Promise<Engine> {
  const urls = await Promise.all(runners.map((runner) => runner.start()));
  const engine = await createRemoteEngine(
    {
      runners: urls.map((url) => ({ kind: 'one', url })),
      runsWaiting: 4,
      runsPerClient: 8,
      ...(searchMs && { searchMs }),
    },
    { runnerUp: () => undefined, runnerDown: () => undefined },
  );
  cleanUps.push(...runners.map((runner) => () => runner.stop()), () => engine.close(0));
  return engine;
}

function run(engine: Engine, client = '192.0.2.1', signal = new AbortController().signal) {
  const admission = engine.admit(client);
  if ('rejected' in admission) throw new Error(admission.rejected);
  return engine.run({ language: 'c', source: 'x' }, admission, signal);
}

async function eventsOf(run: AsyncIterable<TimedEvent>): Promise<UnstampedEvent[]> {
  const events: UnstampedEvent[] = [];
  for await (const { event } of run) events.push(event);
  return events;
}

const plays = (runner: FakeRunner, ...events: UnstampedEvent[]) => {
  runner.answer = (_request, response) => void response.end(lines(events));
};
const kinds = (events: UnstampedEvent[]) => events.map(({ kind }) => kind);

it('keeps the times between the events as the runner measured them', async () => {
  const runner = new FakeRunner();
  plays(runner, accepted, output('a'), output('b'), exited);
  const times: bigint[] = [];
  for await (const { happenedNs } of run(await engineOf(runner))) times.push(happenedNs);
  expect(times.slice(2).map((ns, index) => ns - (times[index + 1] ?? 0n))).toEqual([
    1_000_000n,
    1_000_000n,
  ]);
  expect(times[1]).toBeGreaterThanOrEqual(times[0] ?? 0n);
});

it.each([
  ['203.0.113.9', '203.0.113.9'],
  ['2001:db8:0:1::/64', '2001:db8:0:1::'],
  ['unknown', undefined],
])('tells the runner whose run it is: %s', async (client, forwardedFor) => {
  const runner = new FakeRunner();
  plays(runner, accepted, exited);
  await eventsOf(run(await engineOf(runner), client));
  expect(runner.requests[0]?.['x-forwarded-for']).toBe(forwardedFor);
});

it('takes from the runner no more than its reader takes', async () => {
  const runner = new FakeRunner();
  const full = Promise.withResolvers<number>();
  runner.answer = async (_request, response) => {
    response.write(lines([accepted]));
    const line = lines([output('x'.repeat(64 * 1024))]);
    let bytes = 0;
    // A socket that nobody reads from takes a few buffers' worth, and then no more.
    while (response.write(line)) bytes += line.length;
    full.resolve(bytes);
    await once(response, 'drain');
    response.end(lines([exited]));
  };
  const events = run(await engineOf(runner));
  await events.next();
  await events.next();
  expect(await full.promise).toBeLessThan(16 * 1024 * 1024);
  expect(kinds(await eventsOf(events)).at(-1)).toBe('finished');
});

it('asks another runner when one has no place, or cannot run such a snippet', async () => {
  const [full, old, good] = [new FakeRunner(), new FakeRunner(), new FakeRunner()];
  full.answer = (_request, response) =>
    void response.writeHead(503, { 'retry-after': '30' }).end('{}');
  old.answer = (_request, response) => void response.writeHead(422).end('{}');
  plays(good, accepted, exited);
  expect(kinds(await eventsOf(run(await engineOf(full, old, good))))).toEqual([
    'accepted',
    'finished',
  ]);
});

const shareUsed = {
  type: '/api/v1/problems/too-many-runs',
  title: 'Too many runs',
  status: 429,
  detail: 'You have as many runs as one client may have.',
  code: 'too-many-runs',
};
const refusesShare = (runner: FakeRunner) => {
  runner.answer = (_request, response) =>
    void response.writeHead(429, { 'retry-after': '30' }).end(JSON.stringify(shareUsed));
};

it('has a client who has its share at one runner run at another, and lets others run at the first', async () => {
  const [full, other] = [new FakeRunner(), new FakeRunner()];
  refusesShare(full);
  plays(other, accepted, exited);
  const engine = await engineOf(full, other);
  expect(kinds(await eventsOf(run(engine)))).toEqual(['accepted', 'finished']);
  // Another client's run comes at once, and is not kept away from the first.
  plays(full, accepted, exited);
  other.answer = (_request, response) => void response.writeHead(422).end('{}');
  const startedMs = performance.now();
  expect(kinds(await eventsOf(run(engine, '192.0.2.2')))).toEqual(['accepted', 'finished']);
  expect(performance.now() - startedMs).toBeLessThan(400);
});

it('tells a client that it has its share at every runner, which is no fault of ours', async () => {
  const runner = new FakeRunner();
  refusesShare(runner);
  const events = await eventsOf(run(await impatientEngineOf(300, runner)));
  expect(kinds(events)).toEqual(['accepted', 'diagnostic', 'finished']);
  expect(events[1]).toMatchObject({ message: shareUsed.detail });
  expect(events[2]).toMatchObject({ outcome: { kind: 'cancelled' } });
});

it('passes on what a runner says of its own failure, when no other one can do better', async () => {
  const runner = new FakeRunner();
  const broken: UnstampedEvent = { kind: 'faulted', code: 'sandbox-failed', message: 'no room' };
  plays(runner, accepted, broken);
  const events = await eventsOf(run(await engineOf(runner)));
  expect(events.at(-1)).toEqual(broken);
});

it('lets runs wait for the only runner that can run them, though it is busy for the moment', async () => {
  const other = new FakeRunner();
  const able = new FakeRunner();
  able.languages = ['c', 'typescript'];
  const request = { language: 'typescript', source: 'x' } as const;
  const busy = Promise.withResolvers<void>();
  const { signal } = new AbortController();
  able.answer = (_request, response) => {
    // The runners are asked how they are as soon as one of them had no place.
    able.probed = busy.resolve;
    plays(able, accepted, exited);
    response.writeHead(503, { 'retry-after': '30' }).end('{}');
  };
  const engine = await engineOf(other, able);
  const runOf = (client: string) => {
    const admission = engine.admit(client);
    if ('rejected' in admission) throw new Error(admission.rejected);
    return eventsOf(engine.run(request, admission, signal));
  };
  const first = runOf('192.0.2.1');
  await busy.promise;
  const both = await Promise.all([first, runOf('192.0.2.2')]);
  expect(both.map(kinds)).toEqual([
    ['accepted', 'finished'],
    ['accepted', 'finished'],
  ]);
  expect(engine.occupancy()).toMatchObject({ running: 0, waiting: 0 });
});

it('keeps no place for a run of which no runner is known any more that could run it', async () => {
  const engine = await engineOf(new FakeRunner());
  const admission = engine.admit('192.0.2.1');
  if ('rejected' in admission) throw new Error(admission.rejected);
  const request = { language: 'typescript', source: 'x' } as const;
  const events = engine.run(request, admission, new AbortController().signal);
  await expect(eventsOf(events)).rejects.toThrow('No runner that runs typescript snippets');
  expect(engine.occupancy()).toMatchObject({ running: 0, waiting: 0 });
});

it('lets no other machine answer under the name that the reader was told', async () => {
  const [first, other] = [new FakeRunner(), new FakeRunner()];
  other.environment = { ...environment, kernel: '4.19.0' };
  plays(other, accepted, exited);
  first.answer = (_request, response) => void response.writeHead(422).end('{}');
  const events = await eventsOf(run(await impatientEngineOf(1000, first, other)));
  expect(events[0]).toMatchObject({ kind: 'accepted', environment });
  expect(events.at(-1)).toMatchObject({ kind: 'faulted', code: 'runner-lost' });
  expect(other.requests).toEqual([]);
});

it('takes no runs while no runner is up', async () => {
  const runner = new FakeRunner();
  runner.answer = (request) => void request.socket.destroy();
  const engine = await engineOf(runner);
  runner.stop();
  const lost = eventsOf(run(engine));
  const preflight = () => engine.preflight();
  const down = [{ name: 'runners', ok: false }, { ok: false }];
  await expect.poll(preflight, { timeout: 20_000 }).toMatchObject(down);
  expect(engine.admit('somebody')).toEqual({ rejected: 'not-ready', retryAfterSeconds: 5 });
  await engine.close(0);
  expect((await lost).at(-1)).toEqual({ kind: 'finished', outcome: { kind: 'cancelled' } });
});

it('has a snippet checked by a runner, and by the next one if that does not answer', async () => {
  const [broken, good] = [new FakeRunner(), new FakeRunner()];
  const checked = { compiled: true, diagnostics: [] };
  broken.answer = (request) => void request.socket.destroy();
  good.answer = (_request, response) => void response.end(JSON.stringify(checked));
  const engine = await engineOf(broken, good);
  const admission = engine.admitCheck('192.0.2.1');
  if ('rejected' in admission) throw new Error(admission.rejected);
  const signal = new AbortController().signal;
  const result = await engine.check({ language: 'c', source: 'x' }, admission, signal);
  expect(result).toEqual({ kind: 'checked', ...checked });
  expect([broken, good].map(({ requests }) => requests.length)).toEqual([1, 1]);
});
