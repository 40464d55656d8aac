import { describe, expect, it } from 'vitest';
import { FakeEngine } from '../fake-engine.ts';
import { postRun, snippet, testApp } from '../test-app.ts';

const runs = 'http://127.0.0.1:4321/api/v1/runs';

/** The status of a run that is asked for with these headers, and the code of the problem. */
async function ask(headers: Record<string, string>, url = runs, trustProxyHops = 0) {
  const { app, engine } = testApp(new FakeEngine(), '/nowhere', trustProxyHops);
  const response = await app.request(url, postRun(snippet, headers));
  const code = response.ok ? null : (await response.json()).code;
  expect(engine.requests).toHaveLength(response.ok ? 1 : 0);
  return [response.status, code];
}
const refused = [403, 'foreign-origin'];
const ran = [200, null];

describe('a page', () => {
  it.each([
    ['of this server', { origin: 'http://127.0.0.1:4321' }],
    ['of the public address, behind a proxy', { origin: 'https://live-man.example' }],
    [
      'that the browser says is ours',
      { origin: 'https://x.example', 'sec-fetch-site': 'same-origin' },
    ],
    ['that the operator allows', { origin: 'https://course.example' }],
    ['that is none: a program', {}],
  ])('%s may run snippets', async (_, headers) => {
    expect(await ask({ ...headers })).toEqual(ran);
  });

  it.each([
    ['of another site', 'https://evil.example'],
    ['of another server on this machine', 'http://127.0.0.1:8080'],
    ['of an allowed name by another scheme', 'http://course.example'],
    ['without an origin of its own', 'null'],
  ])('%s may not', async (_, origin) => {
    expect(await ask({ origin, 'sec-fetch-site': 'cross-site' })).toEqual(refused);
  });

  it('may not by a form, which needs no permission of the server to be sent', async () => {
    const { app, engine } = testApp();
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'https://evil.example',
    };
    const init = { method: 'POST', body: 'int main(void) {}', headers };
    expect((await app.request(`${runs}?language=c`, init)).status).toBe(403);
    expect(engine.requests).toEqual([]);
  });

  it('may read answers only where it may ask', async () => {
    const { app } = testApp();
    const preflight = async (origin: string) => {
      const headers = { origin, 'access-control-request-method': 'POST' };
      const { headers: answered } = await app.request(runs, { method: 'OPTIONS', headers });
      expect(answered.get('access-control-allow-credentials')).toBeNull();
      return answered.get('access-control-allow-origin');
    };
    expect(await preflight('https://course.example')).toBe('https://course.example');
    expect(await preflight('https://evil.example')).toBeNull();
  });
});

describe('a server that listens on this machine alone', () => {
  it('answers to no name that merely resolves to it', async () => {
    const rebound = 'http://evil.example:4321/api/v1/runs';
    const headers = { origin: 'http://evil.example:4321', 'sec-fetch-site': 'same-origin' };
    expect(await ask(headers, rebound)).toEqual(refused);
    expect((await testApp().app.request('http://evil.example/api/v1/environment')).status).toBe(
      403,
    );
  });

  it.each(['localhost:4321', 'live-man.localhost', '[::1]:4321', '127.0.0.2', 'live-man.example'])(
    'answers to %s',
    async (host) => {
      expect(await ask({}, `http://${host}/api/v1/runs`)).toEqual(ran);
    },
  );

  it('leaves names to the proxy in front', async () => {
    expect(await ask({}, 'http://playground.example/api/v1/runs', 1)).toEqual(ran);
  });
});
