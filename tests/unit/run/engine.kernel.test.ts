import { tmpdir } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language, UnstampedEvent } from '../../../playground-server/protocol/index.ts';
import { createEngine } from '../../../playground-server/run/create-engine.ts';
import { unheard, type Engine } from '../../../playground-server/run/engine.ts';

const endless = '#include <unistd.h>\nint main(void) { pause(); }\n';
const quick = 'int main(void) { return 7; }\n';
const bounds = { runsAtOnce: 1, runsWaiting: 4, runsPerClient: 8, workDir: tmpdir() };
const observer = {
  ...unheard,
  troubled: (error: unknown) => {
    throw error;
  },
};

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine(bounds, observer);
});
afterAll(() => engine.close(0));

/** Runs a snippet; `at` is told every event and may abort. */
async function run(
  source: string,
  at: (event: UnstampedEvent, abort: () => void) => void = () => undefined,
  on: Engine = engine,
  language: Language = 'c',
): Promise<UnstampedEvent[]> {
  const admission = on.admit('reader');
  if ('rejected' in admission) throw new Error(admission.rejected);
  const gone = new AbortController();
  const events: UnstampedEvent[] = [];
  for await (const { event } of on.run({ language, source }, admission, gone.signal)) {
    events.push(event);
    at(event, () => gone.abort());
  }
  return events;
}

const last = (events: UnstampedEvent[]) => events.at(-1);
const cancelled = { kind: 'finished', outcome: { kind: 'cancelled' } };
const exited = { kind: 'finished', outcome: { kind: 'exited', status: 7 } };

describe('a reader who leaves', () => {
  it.each(['accepted', 'compiled'] as const)('cancels the run after "%s"', async (kind) => {
    const events = await run(endless, (event, abort) => event.kind === kind && abort());
    expect(last(events)).toEqual(cancelled);
  });

  it('gives the place in the queue back at once', async () => {
    const release = Promise.withResolvers<() => void>();
    const running = run(endless, (event, abort) => {
      if (event.kind === 'compiled') release.resolve(abort);
    });
    const abortRunning = await release.promise;
    const waiting = await run(quick, (event, abort) => event.kind === 'queued' && abort());
    expect(waiting.map(({ kind }) => kind)).toEqual(['accepted', 'queued', 'finished']);
    expect(last(waiting)).toEqual(cancelled);
    expect(engine.occupancy()).toMatchObject({ running: 1, waiting: 0 });
    abortRunning();
    expect(last(await running)).toEqual(cancelled);
  });

  it('leaves a runner that serves the next one', async () => {
    expect(last(await run(quick))).toEqual(exited);
  });
});

it('tells the position of a waiting run, and then runs it', async () => {
  const [first, second] = await Promise.all([run(quick), run(quick)]);
  expect(last(first)).toEqual(exited);
  expect(second).toContainEqual({ kind: 'queued', position: 1 });
  expect(last(second)).toEqual(exited);
});

it('compiles an unchanged snippet once', async () => {
  const source = `${quick}/* once */`;
  const cachedOf = (events: UnstampedEvent[]) =>
    events.flatMap((event) => (event.kind === 'compiled' ? [event.cached] : []));
  expect(cachedOf(await run(source))).toEqual([false]);
  expect(cachedOf(await run(source))).toEqual([true]);
});

describe('a snippet that does not compile', () => {
  const wanted = { c: 2, cpp: 1, typescript: 1 };
  const whole = wanted.c + wanted.cpp + wanted.typescript;
  let own: Engine;
  beforeAll(async () => {
    own = await createEngine({ ...bounds, typescriptReady: wanted.typescript }, observer);
  });
  afterAll(() => own.close(0));

  const ready = () => {
    const [workforce] = own.workforces();
    return workforce?.kind === 'local' ? workforce.readySandboxes : 0;
  };

  it.each([
    ['c', 'int main(void) { retrun 0; }'],
    ['c', 'int missing(void); int main(void) { return missing(); }'],
    ['cpp', 'int main() { retrun 0; }'],
    ['typescript', 'enum No { type, to, strip }'],
  ] as const)('leaves the sandbox that waited for it to the next: %s', async (language, source) => {
    await expect.poll(ready, { timeout: 60_000 }).toBe(whole);
    const events = await run(source, undefined, own, language);
    expect(last(events)).toEqual({ kind: 'finished', outcome: { kind: 'not-compiled' } });
    // Of its own accord, and at once: making another takes some milliseconds.
    await setImmediate();
    expect(ready()).toBe(whole);
  });
});

it('keeps nothing once it is idle, and ends each run with its outcome', async () => {
  const runs = [await run('int main(void) { retrun 0; }'), await run(quick)];
  expect(runs.map(last)).toMatchObject([
    { outcome: { kind: 'not-compiled' } },
    { outcome: { kind: 'exited', status: 7 } },
  ]);
  await expect.poll(() => engine.occupancy()).toEqual({ running: 0, waiting: 0, tearingDown: 0 });
});

describe('closing', () => {
  it('lets a running run end within the grace time, and refuses new ones', async () => {
    const own = await createEngine(bounds, observer);
    const slow = '#include <unistd.h>\nint main(void) { usleep(300000); return 7; }\n';
    const closed: Promise<void>[] = [];
    const events = await run(
      slow,
      ({ kind }) => void (kind === 'compiled' && closed.push(own.close(5000))),
      own,
    );
    expect(last(events)).toEqual(exited);
    expect(closed).toHaveLength(1);
    await closed[0];
    expect(own.admit('late')).toMatchObject({ rejected: 'shutting-down' });
  });

  it('cancels what outlasts the grace time', async () => {
    const own = await createEngine(bounds, observer);
    const events = run(endless, (event) => void (event.kind === 'compiled' && own.close(50)), own);
    expect(last(await events)).toEqual(cancelled);
  });
});

it('says what is missing instead of failing where it cannot work', async () => {
  const troubles: unknown[] = [];
  const broken = await createEngine(
    { ...bounds, workDir: '/proc' },
    { ...unheard, troubled: (error) => troubles.push(error) },
  );
  const [check] = (await broken.preflight()).filter(({ ok }) => !ok);
  expect(check).toMatchObject({ name: 'snippet runs', need: 'required' });
  expect(check?.remedy).toContain('apt-get install');
  expect(check?.detail).not.toContain('/proc');
  expect(String(troubles)).toContain('/proc');
  await broken.close(0);
});
