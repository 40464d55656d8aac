import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { describe, expect, it } from 'vitest';
import { maxBodyBytes } from '../../../../playground-server/snippet/parse-run-request.ts';
import { FakeEngine, accepted, endless, exited, output } from '../fake-engine.ts';
import { testApp } from '../test-app.ts';

const source = 'int main(void) {}';
const address = 'http://127.0.0.1:4321/mcp';

/** The SDK's client of the real app, without a network between. */
async function connect({ app }: Pick<ReturnType<typeof testApp>, 'app'>, headers = {}) {
  const client = new Client({ name: 'test', version: '1' });
  const send = async (url: string | URL, init?: RequestInit) => app.request(String(url), init);
  const transport = new StreamableHTTPClientTransport(new URL(address), {
    fetch: send,
    requestInit: { headers },
  });
  await client.connect(transport);
  return {
    client,
    call: async (name: string, args: Record<string, unknown>) => {
      const { content, isError = false } = await client.callTool({ name, arguments: args });
      const [{ text = '' } = {}] = content as { text?: string }[];
      return { text, isError };
    },
  };
}

const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    ...headers,
  },
});
const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' };

describe('an assistant', () => {
  it('finds four tools, of which none changes anything', async () => {
    const { client } = await connect(testApp());
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'search_manual',
      'read_page',
      'explain_error',
      'run_snippet',
    ]);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
  });

  it('runs a snippet, and reads what came of it', async () => {
    const engine = new FakeEngine();
    engine.script = async function* () {
      yield* [accepted, output('hello'), exited];
    };
    const { call } = await connect(testApp(engine));
    const conditions = { scratch: 'disk' };
    const ran = await call('run_snippet', { language: 'c', source, conditions });
    expect(ran).toEqual({ text: 'hello\n      +++ exited with 0 +++\n', isError: false });
    expect(engine.requests).toEqual([{ language: 'c', source, conditions, tapeCalls: 100 }]);
  });

  it('is told why there is no run', async () => {
    const { call } = await connect(testApp());
    expect(await call('run_snippet', { language: 'c', source, kernel: '2.4' })).toEqual({
      text: 'The kernel is not known. This server has no kernel "2.4". It has: host.',
      isError: true,
    });
    const wrong = await call('run_snippet', { language: 'ada', source });
    expect(wrong.text).toContain('expected one of "c"|"cpp"|"typescript"');
    expect(wrong.isError).toBe(true);
  });

  it('is told where the manual is not there', async () => {
    const { call } = await connect(testApp());
    for (const [name, args] of [
      ['search_manual', { query: 'x' }],
      ['read_page', { page: 'x' }],
      ['explain_error', { call: 'x', errno: 'x' }],
    ] as const)
      expect(await call(name, args)).toEqual({
        text: 'This server has no manual: its site is not built.',
        isError: true,
      });
  });
});

describe('a run of an assistant', () => {
  it('counts for the client that it is, before anything else', async () => {
    const counted: string[] = [];
    const count = async (client: string) => (counted.push(client), 7);
    const often = { count, giveBack: async () => undefined };
    const parts = testApp(undefined, undefined, 1, null, { runs: often });
    const { call } = await connect(parts, { 'x-forwarded-for': '192.0.2.7' });
    const refused = await call('run_snippet', { language: 'c', source });
    expect(counted).toEqual(['192.0.2.7']);
    expect(refused.text).toMatch(/^You are starting runs too fast\. .*try again in 7 s\.$/);
    expect(refused.isError).toBe(true);
  });

  it('ends with the request', async () => {
    const engine = new FakeEngine();
    const [began, cancelled] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    engine.script = async function* (request, signal) {
      signal.addEventListener('abort', () => cancelled.resolve());
      began.resolve();
      yield* endless(request, signal);
    };
    const { app } = testApp(engine);
    const gone = new AbortController();
    const params = { name: 'run_snippet', arguments: { language: 'c', source } };
    const message = { jsonrpc: '2.0', id: 1, method: 'tools/call', params };
    const answer = app.request(address, { ...post(message), signal: gone.signal });
    await began.promise;
    gone.abort();
    await cancelled.promise;
    await Promise.allSettled([answer]);
  });
});

describe('the endpoint', () => {
  it.each([
    ['a page of another site', address, { origin: 'https://evil.example' }],
    ['a name that merely resolves to it', 'http://evil.example:4321/mcp', {}],
  ])('refuses %s', async (_, url, headers) => {
    const { app } = testApp();
    expect((await app.request(url, post(list, { ...headers }))).status).toBe(403);
  });

  it('takes one message at a time, of bounded size, as JSON', async () => {
    const { app } = testApp();
    const status = async (init: RequestInit) => (await app.request(address, init)).status;
    expect(await status(post([list, list]))).toBe(400);
    expect(await status(post({ ...list, more: 'x'.repeat(maxBodyBytes) }))).toBe(413);
    expect(await status(post(list, { 'content-type': 'text/plain' }))).toBe(415);
    expect(await status({ ...post(list), body: '{' })).toBe(400);
    expect(await status({ method: 'GET' })).toBe(405);
    expect(await status({ method: 'DELETE' })).toBe(405);
    expect(await status(post(list))).toBe(200);
  });
});
