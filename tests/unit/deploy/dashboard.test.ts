import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createMetrics } from '../../../playground-server/http/operation/metrics.ts';
import { FakeEngine } from '../http/fake-engine.ts';
import { metricNames } from './metric-names.ts';
import { readYaml } from './read-manifests.ts';

interface Dashboard {
  panels: { title: string; targets: { expr: string }[] }[];
  templating: { list: { query: string | { query: string } }[] };
}

const dashboard = JSON.parse(readFileSync('deploy/grafana/live-man.json', 'utf8')) as Dashboard;

/** What a server that runs snippets, and a web instance, report at /metrics. */
async function toldMetrics(): Promise<Set<string>> {
  const remote = new FakeEngine();
  remote.workforces = () => [{ kernel: 'host', kind: 'remote', runnersUp: 1, runnersDown: 0 }];
  const texts = await Promise.all(
    [new FakeEngine(), remote].map((engine) => {
      const metrics = createMetrics('web');
      metrics.watch(engine);
      metrics.check(1);
      return metrics.text();
    }),
  );
  const types = [...texts.join('\n').matchAll(/^# TYPE (\S+) (\S+)$/gm)];
  return new Set(
    types.flatMap(([, name = '', type]) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    ),
  );
}

const expressions = dashboard.panels.flatMap(({ title, targets }) =>
  targets.map(({ expr }) => ({ title, expr })),
);

it('asks only for metrics that exist', async () => {
  const told = await toldMetrics();
  const unknown = expressions.flatMap(({ title, expr }) =>
    metricNames(expr).flatMap((name) => (told.has(name) ? [] : [`${title}: ${name}`])),
  );
  expect(unknown).toEqual([]);
  expect(metricNames('sum(rate(a_total[5m])) / b{c="d"}')).toEqual(['a_total', 'b']);
  expect(() => metricNames('sum(')).toThrow('not PromQL');
});

it('shows every metric of our own', async () => {
  const shown = new Set(expressions.flatMap(({ expr }) => metricNames(expr)));
  const own = [...(await toldMetrics())].filter((name) => name.startsWith('live_man_'));
  expect(own.filter((name) => !shown.has(name) && !/_(sum|count)$/.test(name))).toEqual([]);
});

it('scales runners by a metric that exists', async () => {
  const [values] = readYaml('deploy/kubernetes/prometheus-adapter.yaml') as [
    { rules: { external: { metricsQuery: string; name: { as: string } }[] } },
  ];
  const [rule] = values.rules.external;
  const told = await toldMetrics();
  expect(metricNames(rule?.metricsQuery ?? '').filter((name) => told.has(name))).toHaveLength(1);
  const runners = readFileSync('deploy/kubernetes/runners.yaml', 'utf8');
  expect(runners).toContain(`name: ${rule?.name.as}\n`);
});
