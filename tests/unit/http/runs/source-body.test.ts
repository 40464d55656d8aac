import { describe, expect, it } from 'vitest';
import { FakeEngine, accepted, exited, output } from '../fake-engine.ts';
import { snippet, testApp } from '../test-app.ts';

const source = 'int main(void) {}';
/** What `curl --data-binary` says of any file. */
const asForm = { 'content-type': 'application/x-www-form-urlencoded' };
const asC = { 'content-type': 'text/x-c; charset=utf-8' };

/** Sends a body that a script of an engine prints "hi" for. */
async function send(body: BodyInit, query: string, headers: Record<string, string>) {
  const engine = new FakeEngine();
  engine.script = async function* () {
    yield* [accepted, output('hi\n'), exited];
  };
  const { app } = testApp(engine);
  const response = await app.request(`/api/v1/runs${query}`, { method: 'POST', body, headers });
  return { response, text: await response.text(), requests: engine.requests };
}

const type = ({ headers }: Response) => headers.get('content-type');
const asText = 'hi\n      +++ exited with 0 +++\n';

describe('a snippet that is sent as it is', () => {
  it.each([
    ['?language=c', asForm, { language: 'c', source }],
    ['', asC, { language: 'c', source }],
    [
      '?arguments=one+%27two+three%27&stdin=in',
      asC,
      { language: 'c', source, arguments: ['one', 'two three'], stdin: 'in' },
    ],
    ['', { 'content-type': 'text/x-typescript' }, { language: 'typescript', source }],
    [
      '?language=c&kernel=host&tape=files&scratch=disk&user=nobody',
      asForm,
      {
        language: 'c',
        source,
        kernel: 'host',
        tape: 'files',
        conditions: { scratch: 'disk', user: 'nobody' },
      },
    ],
  ])('%s is answered by text', async (query, headers, request) => {
    const { response, text, requests } = await send(source, query, { ...headers });
    expect(requests).toEqual([request]);
    expect([response.status, type(response), text]).toEqual([
      200,
      'text/plain; charset=utf-8',
      asText,
    ]);
  });

  it('is answered by events where they are asked for, as JSON is by text', async () => {
    const events = await send(source, '', { ...asC, accept: 'application/x-ndjson' });
    expect(type(events.response)).toBe('application/x-ndjson');
    const json = { 'content-type': 'application/json' };
    const text = await send(snippet, '?language=typescript', { ...json, accept: 'text/plain' });
    expect(text.text).toBe(asText);
    expect(text.requests).toEqual([JSON.parse(snippet)]);
    expect(type((await send(snippet, '', { ...json, accept: '*/*' })).response)).toBe(
      'application/x-ndjson',
    );
  });

  it.each([
    [
      400,
      '?language=c&lang=x',
      source,
      'The request is malformed. The address says "lang"; it may',
    ],
    [400, '?language=c', new Uint8Array([0x69, 0xff]), 'The request is malformed. The body is not'],
    [413, '?language=c', 'x'.repeat(65_537), 'The source is too large. '],
    [422, '?language=ada', source, 'The language is not known. "ada" cannot be run here.'],
    [422, '?language=c&user=me', source, 'The condition is not known. '],
    [422, '?language=c&kernel=2.4', source, 'The kernel is not known. '],
  ])('is refused with %d and a sentence: %s', async (status, query, body, start) => {
    const { response, text } = await send(body, query, asForm);
    expect(response.status).toBe(status);
    expect(type(response)).toBe('text/plain; charset=utf-8');
    expect(text).toMatch(new RegExp(`^live-man: ${start}.*\n$`));
  });

  it('is told when to come back', async () => {
    const often = { count: async () => 7, giveBack: async () => undefined };
    const { app } = testApp(undefined, undefined, 0, null, { runs: often });
    const init = { method: 'POST', body: source, headers: asC };
    const response = await app.request('/api/v1/runs', init);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(await response.text()).toMatch(/^live-man: You are starting runs too fast\. /);
  });
});
