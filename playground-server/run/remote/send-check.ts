import { checkSchema, demandsOf } from '../../protocol/index.ts';
import type { CheckResult } from '../check-snippet.ts';
import { reasonOf } from './runner-facts.ts';
import type { RunnerPool } from './runner-pool.ts';
import type { Runner } from './runner.ts';
import { postJson, type Order } from './send-run.ts';

/** A compiler has eight seconds, and may have to wait for another. */
const checkTimeoutMs = 20_000;

/** Has a snippet checked by the least loaded runner that answers. Never rejects. */
export async function sendCheck(order: Order, pool: RunnerPool): Promise<CheckResult> {
  // Nothing is written if nothing runs.
  const demands = { ...demandsOf(order.request), scratch: 'tmpfs' } as const;
  const except = new Set<Runner>();
  let message = 'no runner is up';
  for (;;) {
    const runner = pool.choose({ demands, environment: null, except });
    if (!runner) return { kind: 'faulted', message: `The snippet was not checked: ${message}.` };
    except.add(runner);
    try {
      const signal = AbortSignal.any([order.signal, AbortSignal.timeout(checkTimeoutMs)]);
      const response = await postJson(runner.url, '/api/v1/checks', { ...order, signal });
      if (response.status === 204) return { kind: 'cancelled' };
      if (response.ok) return { kind: 'checked', ...checkSchema.parse(await response.json()) };
      message = `a runner answered with ${response.status}`;
    } catch (error) {
      if (order.signal.aborted) return { kind: 'cancelled' };
      message = reasonOf(error);
    }
  }
}
