import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRun } from './read-run.ts';
import { startServer, type StartedServer } from './start-server.ts';

interface Span {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: { key: string; value: Record<string, unknown> }[];
}

/** Something that occurs in the snippet and nowhere else. */
const secret = 'plum-jam-4711';
const source = `
  // ${secret}
  #include <linux/aio_abi.h>
  #include <stdio.h>
  #include <sys/syscall.h>
  #include <unistd.h>
  int main(void) { puts("${secret}"); return syscall(SYS_io_destroy, 0L) == -1 ? 7 : 1; }`;
const broken = `int main(void) { return "${secret}" + ; }`;
const throughWeb = 'ef'.repeat(16);
const parent = { traceId: 'ab'.repeat(16), spanId: 'cd'.repeat(8) };

/** A collector that speaks OTLP over HTTP, as far as a client can tell. */
let collector: Server;
let server: StartedServer;
let web: StartedServer;
const bodies: string[] = [];
let log = '';

beforeAll(async () => {
  collector = createServer((request, response) => {
    void text(request).then((body) => {
      if (request.url === '/v1/traces') bodies.push(body);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  server = await startServer({
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    RUNS_AT_ONCE: '1',
    LOG_LEVEL: 'trace',
  });
  const traceparent = `00-${parent.traceId}-${parent.spanId}-01`;
  await readRun(server.url, source, { headers: { traceparent } });
  await readRun(server.url, broken);
  web = await startServer({
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    RUNNERS: server.url,
    LINKS: 'off',
  });
  await readRun(web.url, source, {
    headers: { traceparent: `00-${throughWeb}-${parent.spanId}-01` },
  });
  await web.stop();
  // What has not been sent yet is sent at the end.
  await server.stop();
  log = server.log();
}, 120_000);
afterAll(async () => {
  await Promise.all([web, server].map((each) => each.kill()));
  collector.close();
});

const spans = (): Span[] =>
  bodies.flatMap((body) =>
    JSON.parse(body).resourceSpans.flatMap((resource: { scopeSpans: { spans: Span[] }[] }) =>
      resource.scopeSpans.flatMap((scope) => scope.spans),
    ),
  );
const valuesOf = ({ attributes }: Span) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

it("reports the stages of a run as spans of the caller's trace", () => {
  const own = spans().filter(({ traceId }) => traceId === parent.traceId);
  const root = own.find(({ name }) => name === 'run');
  expect(root?.parentSpanId).toBe(parent.spanId);
  expect(own.map(({ name }) => name).toSorted()).toEqual(['compile', 'program', 'queue', 'run']);
  for (const span of own.filter((each) => each !== root)) {
    expect(span.parentSpanId).toBe(root?.spanId);
    expect(BigInt(span.startTimeUnixNano)).toBeGreaterThanOrEqual(
      BigInt(root?.startTimeUnixNano ?? 0),
    );
    expect(BigInt(span.endTimeUnixNano)).toBeLessThanOrEqual(BigInt(root?.endTimeUnixNano ?? 0));
  }
  expect(root && valuesOf(root)).toMatchObject({
    'live_man.outcome': 'exited',
    'live_man.calls': 1,
    'live_man.cached': false,
  });
});

it("reports a runner's part of a run as a child of the web instance's", () => {
  const runs = spans().filter(({ traceId, name }) => traceId === throughWeb && name === 'run');
  const [ofWeb] = runs.filter(({ parentSpanId }) => parentSpanId === parent.spanId);
  const [ofRunner] = runs.filter((span) => span !== ofWeb);
  expect(runs).toHaveLength(2);
  expect(ofRunner?.parentSpanId).toBe(ofWeb?.spanId);
});

it('reports a run that did not compile, in a trace of its own', () => {
  const own = spans().filter(({ traceId }) => ![parent.traceId, throughWeb].includes(traceId));
  expect(own.map(({ name }) => name).toSorted()).toEqual(['compile', 'run']);
  const root = own.find(({ name }) => name === 'run');
  expect(root && valuesOf(root)).toMatchObject({ 'live_man.outcome': 'not-compiled' });
});

it('logs each run, and neither log nor trace has a word of its source or of what it printed', () => {
  expect(log.match(/"msg":"run"/g)).toHaveLength(3);
  expect(log + bodies.join()).not.toContain(secret);
});
