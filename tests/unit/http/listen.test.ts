import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { connect } from 'node:net';
import { text as wholeText } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { standardAnswerBounds } from '../../../playground-server/http/answers/answer-bounds.ts';
import { listen } from '../../../playground-server/http/listen.ts';
import { maxBodyBytes } from '../../../playground-server/snippet/parse-run-request.ts';
import { FakeEngine, aborted, accepted, cancelled, exited, output } from './fake-engine.ts';
import { postRun, snippet, testApp } from './test-app.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const disconnect of open.splice(0)) await disconnect();
});

async function serve(engine: FakeEngine, answerBounds = standardAnswerBounds) {
  const test = testApp(engine, undefined, undefined, undefined, undefined, answerBounds);
  const server = await listen(test.app, { host: '127.0.0.1', port: 0 });
  if (server.kind === 'refused') throw new Error(server.sentence);
  open.push(() => server.disconnect());
  return { ...test, url: server.url, server };
}

const text = (chunk: ReadableStreamReadResult<Uint8Array> | undefined) =>
  new TextDecoder().decode(chunk?.value);

/** Makes runs of two events, the second of which waits to be let out. */
function twoSteps(engine: FakeEngine): PromiseWithResolvers<void> {
  const step = Promise.withResolvers<void>();
  engine.script = async function* () {
    yield accepted;
    await step.promise;
    yield exited;
  };
  return step;
}

it('sends each event while the run goes on', async () => {
  const engine = new FakeEngine();
  const step = twoSteps(engine);
  const { url } = await serve(engine);
  const response = await fetch(`${url}/api/v1/runs`, postRun(snippet));
  const reader = response.body?.getReader();
  expect(text(await reader?.read())).toMatch(/^\{"kind":"accepted","seq":0,.*\}\n$/);
  step.resolve();
  expect(text(await reader?.read())).toMatch(/^\{"kind":"finished","seq":1,.*\}\n$/);
  expect((await reader?.read())?.done).toBe(true);
});

it('sends events that are there together in one piece', async () => {
  const engine = new FakeEngine();
  engine.script = async function* () {
    yield accepted;
    for (let i = 0; i < 100; i += 1) yield output('x');
    yield exited;
  };
  const { url } = await serve(engine);
  const response = await fetch(`${url}/api/v1/runs`, postRun(snippet));
  const first = text(await response.body?.getReader().read());
  expect(first.split('\n').length).toBeGreaterThan(100);
});

it('cancels the run when the connection closes, running or waiting', async () => {
  const engine = new FakeEngine({ slots: 1, waiting: 5, perClient: 5 });
  const ended = Promise.withResolvers<void>();
  engine.script = async function* (_request, signal) {
    yield accepted;
    await aborted(signal);
    yield cancelled;
    if (engine.requests.length === 2) ended.resolve();
  };
  const { url } = await serve(engine);
  for (let i = 0; i < 2; i += 1) {
    const gone = new AbortController();
    const request = { ...postRun(snippet), signal: gone.signal };
    const response = await fetch(`${url}/api/v1/runs`, request);
    await response.body?.getReader().read();
    gone.abort();
  }
  await ended.promise;
  await engine.close();
  expect(engine.occupancy()).toMatchObject({ running: 0, waiting: 0 });
});

it('disconnects a reader who takes nothing, and so ends a run that goes on', async () => {
  const engine = new FakeEngine();
  engine.script = async function* (_, signal) {
    // More than the kernel's buffers hold.
    for (let made = 0; made < 300; made += 1) yield output('x'.repeat(60_000));
    await aborted(signal);
    yield cancelled;
  };
  const { url } = await serve(engine, { ...standardAnswerBounds, stallMs: 50 });
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const head = `POST /api/v1/runs HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n`;
  socket.pause().write(`${head}content-length: ${snippet.length}\r\n\r\n${snippet}`);
  await expect.poll(() => engine.requests.length).toBe(1);
  await engine.close();
  socket.destroy();
});

it('refuses a chunked body as soon as it is too long', async () => {
  const { url, engine } = await serve(new FakeEngine());
  const request = http.request(`${url}/api/v1/runs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
  });
  request.write(Buffer.alloc(maxBodyBytes + 1));
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  expect(response.statusCode).toBe(413);
  request.destroy();
  expect(engine.requests).toEqual([]);
});

it('says which port is taken and how to choose another', async () => {
  const { url, app } = await serve(new FakeEngine());
  const port = Number(new URL(url).port);
  expect(await listen(app, { host: '127.0.0.1', port })).toEqual({
    kind: 'refused',
    sentence:
      `Port ${port} on 127.0.0.1 is taken. ` +
      `Stop what listens there, or choose another port: PORT=${port + 1} npm start`,
  });
});

it('says what is wrong with a host that is not of this machine', async () => {
  const { app } = testApp();
  expect(await listen(app, { host: '192.0.2.1', port: 0 })).toMatchObject({
    kind: 'refused',
    sentence: expect.stringContaining('Set HOST to an address of this machine.'),
  });
});

it('completes the last answers before it disconnects, and takes no new requests', async () => {
  const engine = new FakeEngine();
  const step = twoSteps(engine);
  const { url, server } = await serve(engine);
  const response = await fetch(`${url}/api/v1/runs`, postRun(snippet));
  const disconnected = server.disconnect();
  await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  // A busy machine takes its time.
  setTimeout(step.resolve, 1000);
  expect(await response.text()).toContain('"exited"');
  await disconnected;
});

/** The rows of /proc/net/tcp of a server's connections: local port, and which timer runs; proc_net(5). */
function serverTimers(port: number): string[] {
  const local = `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = readFileSync('/proc/net/tcp', 'utf8').split('\n');
  const fields = rows.map((row) => row.trim().split(/\s+/));
  // State 01 is an established connection; timer 02 is the one that asks whether the other side is
  // there.
  return fields.filter(([, from, , state]) => from === local && state === '01').map((f) => f[5]!);
}

describe('half-open connections', () => {
  it('make the kernel ask whether the reader is still there', async () => {
    const engine = new FakeEngine();
    const step = twoSteps(engine);
    const { url } = await serve(engine);
    const response = await fetch(`${url}/api/v1/runs`, postRun(snippet));
    const timers = () => serverTimers(Number(new URL(url).port));
    await expect.poll(timers).toEqual([expect.stringMatching(/^02:/)]);
    step.resolve();
    await response.text();
  });

  it('that send half a request are closed, with 408', async () => {
    const { app } = testApp();
    const at = { host: '127.0.0.1', port: 0 };
    const server = await listen(app, at, { requestMs: 50, checkEveryMs: 20 });
    if (server.kind === 'refused') throw new Error(server.sentence);
    open.push(() => server.disconnect());
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    const head = `POST /api/v1/runs HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n`;
    socket.write(`${head}content-length: 100\r\n\r\n{"langu`);
    expect(await wholeText(socket)).toMatch(/^HTTP\/1.1 408 /);
  });

  it('that only the other side has closed are over: the run is cancelled', async () => {
    const engine = new FakeEngine();
    const ended = Promise.withResolvers<void>();
    engine.script = async function* (_request, signal) {
      yield accepted;
      await aborted(signal);
      yield cancelled;
      ended.resolve();
    };
    const { url } = await serve(engine);
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const head = `POST /api/v1/runs HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n`;
    socket.write(`${head}content-length: ${snippet.length}\r\n\r\n${snippet}`);
    await once(socket, 'data');
    socket.end();
    await ended.promise;
    socket.destroy();
  });
});
