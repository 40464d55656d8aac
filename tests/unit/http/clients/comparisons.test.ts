import { expect, it } from 'vitest';
import { createAllowances } from '../../../../playground-server/http/clients/allowances.ts';
import { Comparisons } from '../../../../playground-server/http/clients/comparisons.ts';
import { FakeEngine } from '../fake-engine.ts';
import { postRun, testApp } from '../test-app.ts';

function story() {
  let nowMs = 0;
  const comparisons = new Comparisons(() => nowMs);
  return {
    continues: (kernel: string, source = 'int main(void) {}', client = 'reader') =>
      comparisons.continues(client, { language: 'c', source, kernel }),
    wait: (ms: number) => void (nowMs += ms),
  };
}

it('knows the same snippet on another kernel as part of one comparison', () => {
  const { continues } = story();
  expect(['host', '6.1', '7.2'].map((kernel) => continues(kernel))).toEqual([false, true, true]);
});

it('takes the same kernel, another snippet, another client and a later time for another run', () => {
  const { continues, wait } = story();
  continues('host');
  expect(continues('host')).toBe(false);
  expect(continues('6.1', 'int main(void) { return 1; }')).toBe(false);
  expect(continues('6.1', 'int main(void) {}', 'other')).toBe(false);
  continues('host');
  wait(60_000);
  expect(continues('6.1')).toBe(false);
});

it('knows the same snippet with another answer by rule, forty of them at most', () => {
  const comparisons = new Comparisons(() => 0);
  const run = (to: number, scratch?: 'disk') =>
    comparisons.continues('reader', {
      language: 'c',
      source: '',
      conditions: {
        ...(scratch && { scratch }),
        ...(to > 0 && { answer: [{ call: 'io_setup', errno: 'ENOMEM', to }] }),
      },
    });
  expect([run(0), run(1), run(1), run(2), run(3, 'disk')]).toEqual([
    ...[false, true],
    ...[false, true],
    false,
  ]);
  const free = Array.from({ length: 50 }, (_, at) => run(at + 10)).filter(Boolean);
  expect(free.length).toBe(48);
});

it('counts a comparison as one run for its client', async () => {
  const { runs } = createAllowances(2, null);
  const engine = Object.assign(new FakeEngine(), { kernels: ['host', '6.1', '7.2'] });
  const { app } = testApp(engine, '/nowhere', 0, null, { runs });
  const status = async (kernel: string) => {
    const body = JSON.stringify({ language: 'c', source: 'int main(void) {}', kernel });
    const response = await app.request('/api/v1/runs', postRun(body));
    await response.text();
    return response.status;
  };
  const statuses = [];
  for (const kernel of ['host', '6.1', '7.2', 'host', 'host']) statuses.push(await status(kernel));
  expect(statuses).toEqual([200, 200, 200, 200, 429]);
});
