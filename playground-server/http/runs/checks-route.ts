import { acceptSnippet, type Door } from './accept-snippet.ts';
import { postChecks } from '../operation/openapi-routes.ts';
import { problemResponse } from '../problem-response.ts';
import { rejectQueue } from './reject-queue.ts';
import { readRunRequest } from './read-run-request.ts';
import type { Rejection } from '../../snippet/rejection.ts';
import type { App, ServerParts } from '../server-parts.ts';

/** POST /api/v1/checks: a snippet in, the compiler's diagnostics out. Nothing of it runs. */
export function addChecksRoute(app: App, parts: ServerParts): void {
  const { allowances, engine, log, metrics } = parts;
  const door: Door = {
    allowance: allowances.checks,
    admit: (client, kernel) => engine.admitCheck(client, kernel),
  };
  app.openAPIRegistry.registerPath(postChecks);
  app.post(postChecks.path, async (c) => {
    const accepted = await acceptSnippet(c, () => readRunRequest(c.req.raw), parts, door);
    if (accepted.kind === 'rejection') return problemResponse(accepted);
    // Aborted when the reader types on, because their page then closes this request.
    const startMs = performance.now();
    const result = await engine.check(accepted.request, accepted.admission, c.req.raw.signal);
    metrics.check(performance.now() - startMs);
    c.header('cache-control', 'no-store');
    switch (result.kind) {
      case 'checked': {
        const { compiled, diagnostics } = result;
        return c.json({ compiled, diagnostics });
      }
      case 'cancelled':
        return c.body(null, 204);
      case 'crowded-out':
        return problemResponse(crowdedOut(metrics));
      case 'faulted': {
        metrics.fault('compiler-failed');
        log.error({ code: 'compiler-failed', message: result.message }, 'fault');
        return c.json({ kind: 'faulted', code: 'compiler-failed', message: result.message }, 500);
      }
    }
  });
}

function crowdedOut(metrics: ServerParts['metrics']): Rejection {
  const rejection = rejectQueue({ rejected: 'queue-full', retryAfterSeconds: 1 });
  metrics.problem(rejection.code);
  return rejection;
}
