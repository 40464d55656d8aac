import type { App, ServerParts } from '../server-parts.ts';

type Parts = Pick<ServerParts, 'readiness' | 'metrics'>;

/** What operators look at. A proxy in front should keep /metrics to itself. */
export function addOperationRoutes(app: App, { readiness, metrics }: Parts): void {
  app.get('/healthz', (c) => c.json({ healthy: true }));
  app.get('/readyz', async (c) => {
    const report = await readiness.report();
    return c.json(report, report.ready ? 200 : 503, { 'cache-control': 'no-store' });
  });
  app.get('/metrics', async (c) =>
    c.body(await metrics.text(), 200, { 'content-type': metrics.contentType }),
  );
}
