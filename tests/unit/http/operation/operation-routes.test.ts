import { describe, expect, it } from 'vitest';
import { faultCodes, problemCodes } from '../../../../playground-server/protocol/index.ts';
import type { PreflightCheck } from '../../../../playground-server/run/engine.ts';
import { accepted, exited } from '../fake-engine.ts';
import { runOf } from './run-of.ts';
import { postRun, snippet, testApp } from '../test-app.ts';

const namespaces: PreflightCheck = {
  name: 'user namespaces',
  need: 'required',
  ok: false,
  detail: 'bwrap may not create one.',
  remedy: 'Run: sysctl kernel.apparmor_restrict_unprivileged_userns=0',
};
const loop: PreflightCheck = { ...namespaces, name: 'loop devices', need: 'optional' };

const checkedAt = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/);

describe('readiness', () => {
  it('is there when only optional checks fail', async () => {
    const { app, engine } = testApp();
    engine.preflightChecks = [loop];
    const response = await app.request('/readyz');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ready: true, checkedAt, checks: [loop] });
  });

  it('says what is missing and how to fix it', async () => {
    const { app, engine } = testApp();
    engine.preflightChecks = [loop, namespaces];
    const response = await app.request('/readyz');
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ ready: false, checkedAt, checks: [loop, namespaces] });
  });

  it('keeps runs out, naming the required check that fails', async () => {
    const { app, engine } = testApp();
    engine.preflightChecks = [loop, namespaces];
    const response = await app.request('/api/v1/runs', postRun(snippet));
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('30');
    expect(await response.json()).toMatchObject({
      code: 'not-ready',
      detail: `user namespaces: ${namespaces.detail} ${namespaces.remedy}`,
    });
    expect(engine.requests).toEqual([]);
  });
});

describe('the server', () => {
  it('is healthy while it answers', async () => {
    expect((await testApp().app.request('/healthz')).status).toBe(200);
  });

  it('shows its measures: stages, outcomes, occupancy and the process', async () => {
    const { app, engine, metrics } = testApp();
    const compiled = { kind: 'compiled', cached: false, elapsedNs: '1' } as const;
    metrics.run(runOf([0, accepted], [42, compiled], [50, exited]));
    engine.admit('somebody');
    const response = await app.request('/metrics');
    const text = await response.text();
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(text).toContain(
      'live_man_stage_seconds_bucket{le="0.05",role="runner",stage="compile"} 1',
    );
    expect(text).toContain(
      'live_man_stage_seconds_bucket{le="0.02",role="runner",stage="compile"} 0',
    );
    expect(text).toContain('live_man_runs_total{outcome="exited",role="runner"} 1');
    expect(text).toContain('live_man_occupancy{state="running",role="runner"} 1');
    expect(text).toContain('live_man_occupancy{state="tearingDown",role="runner"} 0');
    expect(text).toContain('process_resident_memory_bytes');
  });

  it('counts from 0 what may happen, so that the first of a kind is an increase', async () => {
    const text = await (await testApp().app.request('/metrics')).text();
    const zeros = (name: string) => [
      ...text.matchAll(new RegExp(`^${name}\\{\\w+="([\\w-]+)",role="runner"\\} 0$`, 'gm')),
    ];
    const words = (name: string) => zeros(name).map(([, word]) => word);
    expect(words('live_man_faults_total')).toEqual([...faultCodes]);
    expect(words('live_man_problems_total')).toEqual([...problemCodes]);
    expect(words('live_man_runs_total')).toEqual(
      expect.arrayContaining(['exited', 'not-compiled', 'cancelled', 'faulted']),
    );
  });

  it('answers its own mistake with a fault that has no details, and logs them', async () => {
    const { app, engine, lines } = testApp();
    engine.environment = () => {
      throw new Error('secret path');
    };
    const response = await app.request('/api/v1/environment');
    expect(response.status).toBe(500);
    const body = await response.text();
    expect(JSON.parse(body)).toMatchObject({ kind: 'faulted', code: 'internal' });
    expect(body).not.toContain('secret');
    expect(lines).toEqual([
      {
        level: 'error',
        text: 'unexpected',
        fields: expect.objectContaining({ path: '/api/v1/environment' }),
      },
    ]);
  });
});
