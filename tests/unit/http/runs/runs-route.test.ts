import { describe, expect, it } from 'vitest';
import { problemSchema, runEventSchema } from '../../../../playground-server/protocol/index.ts';
import { maxBodyBytes } from '../../../../playground-server/snippet/parse-run-request.ts';
import { FakeEngine, accepted, endless, exited, output } from '../fake-engine.ts';
import { postRun, snippet, testApp } from '../test-app.ts';

const runs = '/api/v1/runs';
const eventsOf = async (response: Response) =>
  (await response.text())
    .trimEnd()
    .split('\n')
    .map((line) => runEventSchema.parse(JSON.parse(line)));

describe('a run', () => {
  it('is answered by one event a line, numbered and timed', async () => {
    const { app, engine } = testApp();
    engine.script = async function* () {
      yield* [accepted, output('hello\n'), exited];
    };
    const response = await app.request(runs, postRun(snippet));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    const events = await eventsOf(response);
    expect(events.map(({ kind, seq }) => [kind, seq])).toEqual([
      ['accepted', 0],
      ['output', 1],
      ['finished', 2],
    ]);
    const times = events.map(({ atNs }) => BigInt(atNs));
    expect(times).toEqual(times.toSorted((a, b) => Number(a - b)));
    expect(times.every((atNs) => atNs >= 0n)).toBe(true);
  });

  it('gets the request as it was parsed', async () => {
    const { app, engine } = testApp();
    const request = { language: 'c', source: 'é\0', conditions: { scratch: 'disk' } };
    await (await app.request(runs, postRun(JSON.stringify(request)))).text();
    expect(engine.requests).toEqual([request]);
  });

  it('ends with a fault, not with a torn stream, if the engine throws', async () => {
    const { app, engine, lines, metrics } = testApp();
    engine.script = async function* () {
      yield accepted;
      throw new Error('secret path');
    };
    const events = await eventsOf(await app.request(runs, postRun(snippet)));
    expect(events.at(-1)).toMatchObject({ kind: 'faulted', code: 'internal', seq: 1 });
    expect(JSON.stringify(events)).not.toContain('secret');
    expect(lines).toContainEqual(
      expect.objectContaining({ level: 'error', fields: { err: new Error('secret path') } }),
    );
    expect(await metrics.text()).toContain(
      'live_man_faults_total{code="internal",role="runner"} 1',
    );
  });

  it('leaves one log line that says how it went, and nothing of the snippet', async () => {
    const { app, engine, lines } = testApp();
    engine.script = async function* () {
      yield* [
        accepted,
        { kind: 'compiled', cached: true, elapsedNs: '1' },
        output('private'),
        exited,
      ];
    };
    const body = JSON.stringify({ language: 'c', source: 'private' });
    await (await app.request(runs, postRun(body))).text();
    expect(lines).toEqual([
      {
        level: 'info',
        text: 'run',
        fields: {
          runId: 'r1',
          cached: true,
          compiledMs: expect.any(Number),
          totalMs: expect.any(Number),
          outcome: { kind: 'exited', status: 0 },
          events: 4,
        },
      },
    ]);
  });

  it('is cancelled when its reader goes, and gives its slot back', async () => {
    const { app, engine, lines } = testApp();
    engine.script = endless;
    const response = await app.request(runs, postRun(snippet));
    const reader = response.body?.getReader();
    expect(engine.occupancy().running).toBe(1);
    await reader?.read();
    await reader?.cancel();
    await expect.poll(() => engine.occupancy()).toMatchObject({ running: 0, waiting: 0 });
    expect(lines[0]?.fields['outcome']).toEqual({ kind: 'cancelled' });
  });

  it('gives its slot back when its reader goes before the first event', async () => {
    const { app, engine } = testApp();
    engine.script = endless;
    const response = await app.request(runs, postRun(snippet));
    await response.body?.cancel();
    await expect.poll(() => engine.occupancy().running).toBe(0);
  });

  it('gives its slot back when its program has ended, although nobody reads', async () => {
    const { app, engine, lines } = testApp();
    engine.script = async function* () {
      for (let made = 0; made < 1000; made += 1) yield output('x'.repeat(1000));
      yield exited;
    };
    const response = await app.request(runs, postRun(snippet));
    await expect.poll(() => engine.occupancy().running).toBe(0);
    expect(lines[0]?.fields['outcome']).toEqual({ kind: 'exited', status: 0 });
    expect((await response.text()).split('\n')).toHaveLength(1002);
  });
});

describe('a refused run', () => {
  it.each([
    ['no JSON', '{', {}, 400, 'malformed-request'],
    ['no media type', snippet, { 'content-type': 'text/plain' }, 415, 'unsupported-media-type'],
    ['a compressed body', snippet, { 'content-encoding': 'gzip' }, 415, 'unsupported-media-type'],
    ['another language', '{"language":"go","source":""}', {}, 422, 'unknown-language'],
    [
      'a condition that does not exist',
      '{"language":"c","source":"","conditions":{"x":1}}',
      {},
      422,
      'unknown-condition',
    ],
    [
      'a source of 64 KiB and one byte',
      JSON.stringify({ language: 'c', source: 'x'.repeat(65_537) }),
      {},
      413,
      'source-too-large',
    ],
    ['a body without end', new Uint8Array(maxBodyBytes + 1), {}, 413, 'source-too-large'],
    [
      'a body that is announced as too long',
      snippet,
      { 'content-length': String(maxBodyBytes + 1) },
      413,
      'source-too-large',
    ],
    ['invalid UTF-8', Buffer.of(0x22, 0xff, 0x22), {}, 400, 'malformed-request'],
  ] as const)(
    'because of %s is a problem with its code',
    async (_, body, headers, status, code) => {
      const { app, engine, metrics } = testApp();
      const response = await app.request(runs, postRun(body, headers));
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(problemSchema.parse(await response.json())).toMatchObject({ code, status });
      expect(engine.requests).toEqual([]);
      expect(await metrics.text()).toContain(
        `live_man_problems_total{code="${code}",role="runner"} 1`,
      );
    },
  );

  it('accepts a charset beside the media type', async () => {
    const { app } = testApp();
    const type = { 'content-type': 'Application/JSON; charset=utf-8' };
    expect((await app.request(runs, postRun(snippet, type))).status).toBe(200);
  });

  it('says why this machine cannot do what was asked', async () => {
    const { app, engine } = testApp();
    engine.unavailableBecause = 'There are no loop devices. Use scratch "tmpfs".';
    const response = await app.request(runs, postRun(snippet));
    expect(await response.json()).toEqual({
      type: '/api/v1/problems/condition-unavailable',
      title: 'The condition is not available on this machine',
      status: 422,
      detail: 'There are no loop devices. Use scratch "tmpfs".',
      code: 'condition-unavailable',
    });
  });

  it('says when to come back', async () => {
    const { app, engine } = testApp(new FakeEngine({ slots: 1, waiting: 0, perClient: 9 }));
    engine.script = endless;
    await app.request(runs, postRun(snippet));
    const response = await app.request(runs, postRun(snippet));
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await response.json()).toMatchObject({ code: 'queue-full' });
  });

  it('counts a client by the address that a trusted proxy names, and by no other', async () => {
    const from = (address: string) => postRun(snippet, { 'x-forwarded-for': address });
    const bounds = { slots: 1, waiting: 9, perClient: 1 };
    const busyEngine = () => Object.assign(new FakeEngine(bounds), { script: endless });
    const trusting = testApp(busyEngine(), '/nowhere', 1).app;
    await trusting.request(runs, from('192.0.2.1'));
    expect((await trusting.request(runs, from('192.0.2.2'))).status).toBe(200);
    expect((await trusting.request(runs, from('spoofed, 192.0.2.1'))).status).toBe(429);
    const wary = testApp(busyEngine()).app;
    await wary.request(runs, from('192.0.2.1'));
    expect((await wary.request(runs, from('192.0.2.2'))).status).toBe(429);
  });

  it('is told that the server is about to end', async () => {
    const { app, engine } = testApp();
    await engine.close();
    const response = await app.request(runs, postRun(snippet));
    expect([response.status, (await response.json()).code]).toEqual([503, 'shutting-down']);
  });
});

it.each([
  ['POST', '/api/v1/runs', 'uml'],
  ['POST', '/api/v1/checks', 'uml'],
  ['GET', '/api/v1/environment?kernel=uml', 'uml'],
  ['GET', '/api/v1/limits?kernel=uml', 'uml'],
])(
  'names the existing kernels to those who ask for another: %s %s',
  async (method, path, kernel) => {
    const { app, engine } = testApp();
    const body = JSON.stringify({ language: 'c', source: '', kernel });
    const response = await app.request(path, method === 'POST' ? postRun(body) : {});
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      code: 'unknown-kernel',
      detail: 'This server has no kernel "uml". It has: host.',
    });
    expect(engine.requests).toEqual([]);
  },
);
