import { describe, expect, it } from 'vitest';
import { checkSchema } from '../../../../playground-server/protocol/index.ts';
import { aborted } from '../fake-engine.ts';
import { postRun, snippet, testApp } from '../test-app.ts';

const checks = '/api/v1/checks';
const undeclared = {
  severity: 'error',
  line: 3,
  column: 7,
  endLine: 3,
  endColumn: 9,
  message: '‘x’ undeclared',
} as const;

describe('a check', () => {
  it('is answered by what the compiler says', async () => {
    const { app, engine } = testApp();
    engine.finding = async () => ({ kind: 'checked', compiled: false, diagnostics: [undeclared] });
    const response = await app.request(checks, postRun(snippet));
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(checkSchema.strict().parse(await response.json())).toEqual({
      compiled: false,
      diagnostics: [undeclared],
    });
  });

  it('takes the body of a run, and refuses it for the same reasons', async () => {
    const { app, engine, metrics } = testApp();
    const request = { language: 'c', source: 'int x;', conditions: { scratch: 'tmpfs' } };
    await app.request(checks, postRun(JSON.stringify(request)));
    expect(engine.requests).toEqual([request]);
    const response = await app.request(checks, postRun('{"language":"go","source":""}'));
    expect([response.status, (await response.json()).code]).toEqual([422, 'unknown-language']);
    expect(await metrics.text()).toContain(
      'live_man_problems_total{code="unknown-language",role="runner"} 1',
    );
  });

  it('takes no place of a run, and none is taken from it', async () => {
    const { app, engine } = testApp();
    const gone = new AbortController();
    engine.finding = async (signal) => (await aborted(signal), { kind: 'cancelled' });
    const checking = app.request(checks, { ...postRun(snippet), signal: gone.signal });
    expect((await app.request('/api/v1/runs', postRun(snippet))).status).toBe(200);
    expect(engine.occupancy().waiting).toBe(0);
    gone.abort();
    await checking;
  });

  it('that its reader has no room for is a problem that says when to come back', async () => {
    const { app, engine } = testApp();
    engine.checks.admit('unknown');
    engine.checks.admit('unknown');
    const response = await app.request(checks, postRun(snippet));
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await response.json()).toMatchObject({ code: 'too-many-runs' });
  });

  it('stops when its reader types on', async () => {
    const { app, engine } = testApp();
    const seen = Promise.withResolvers<AbortSignal>();
    engine.finding = async (signal) => {
      seen.resolve(signal);
      await aborted(signal);
      return { kind: 'cancelled' };
    };
    const gone = new AbortController();
    const answer = app.request(checks, { ...postRun(snippet), signal: gone.signal });
    const signal = await seen.promise;
    gone.abort();
    await answer;
    expect(signal.aborted).toBe(true);
    expect(engine.checks.occupancy()).toEqual({ running: 0, waiting: 0 });
  });

  it('that the compiler cannot make is our fault, and is logged', async () => {
    const { app, engine, lines, metrics } = testApp();
    engine.finding = async () => ({ kind: 'faulted', message: 'no bwrap' });
    const response = await app.request(checks, postRun(snippet));
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ kind: 'faulted', code: 'compiler-failed' });
    expect(lines).toContainEqual(expect.objectContaining({ level: 'error', text: 'fault' }));
    expect(await metrics.text()).toContain(
      'live_man_faults_total{code="compiler-failed",role="runner"} 1',
    );
  });
});
