import { languages, runDemandsSchema } from '../../protocol/index.ts';
import type { KernelFacts, Language, Status } from '../../protocol/index.ts';
import { FactUnknown, type Engine } from '../../run/engine.ts';
import { getStatus } from './openapi-routes.ts';
import type { App, ServerParts } from '../server-parts.ts';

type Parts = Pick<ServerParts, 'engine' | 'readiness' | 'lastHour'>;

/** GET /api/v1/status: what the status page shows, and what a web instance asks its runners for. */
export function addStatusRoute(app: App, parts: Parts): void {
  app.openapi(getStatus, async (c) =>
    c.json(await statusOf(parts), 200, { 'cache-control': 'no-store' }),
  );
}

async function statusOf({ engine, readiness, lastHour }: Parts): Promise<Status> {
  const { ready, checks, checkedAt } = await readiness.report();
  const { running, waiting } = engine.occupancy();
  const { slots, waiting: places, perClient } = engine.bounds;
  return {
    ready,
    startedAt: lastHour.startedAt.toISOString(),
    preflight: { checkedAt, checks },
    queue: { running, waiting, slots, places, perClient },
    lastHour: lastHour.report(),
    kernels: engine.kernelFacts().map((kernel) => ({ ...kernel, ...machinesOf(kernel, engine) })),
    languages: Object.fromEntries(languages.flatMap((language) => known(language, engine))),
  };
}

/** A snippet on the host's kernel needs no machine. */
function machinesOf(kernel: KernelFacts, engine: Engine): { machinesReady?: number } {
  if (kernel.state !== 'available' || !kernel.isOwn) return {};
  const ready = engine
    .workforces()
    .map((force) =>
      force.kind === 'local' && force.kernel === kernel.id ? force.readySandboxes : 0,
    );
  return { machinesReady: ready.reduce((sum, each) => sum + each, 0) };
}

/** Nothing for facts that only a runner could supply, until one has. */
function known(language: Language, engine: Engine): [Language, Status['languages'][string]][] {
  try {
    const demands = runDemandsSchema.parse({ language });
    return [
      [language, { limits: engine.limits(demands), environment: engine.environment(demands) }],
    ];
  } catch (error) {
    if (error instanceof FactUnknown) return [];
    throw error;
  }
}
