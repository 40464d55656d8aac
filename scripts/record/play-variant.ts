import type { RunEvent, RunRequest } from '../../playground-server/protocol/index.ts';
import { stampEvents } from '../../playground-server/http/runs/stamp-events.ts';
import type { Engine } from '../../playground-server/run/engine.ts';
import { lensTable } from '../../site/facts/lens-table.ts';
import type { Variant } from './read-variants.ts';

/** What a reader's browser would send for it. */
export function requestOf({ facts, lens, source }: Variant): RunRequest {
  const { conditions, kernel } = facts;
  const { language } = lensTable[lens];
  return { language, source, ...(conditions && { conditions }), ...(kernel && { kernel }) };
}

/** Runs a variant as a reader would, on the real kernel, and returns every event. */
export const playVariant = (engine: Engine, variant: Variant): Promise<RunEvent[]> =>
  playRequest(engine, variant.id, requestOf(variant));

/** Makes the run that a request asks for, for the client of that name. */
export async function playRequest(
  engine: Engine,
  client: string,
  request: RunRequest,
): Promise<RunEvent[]> {
  const admission = engine.admit(client);
  if ('rejected' in admission) throw new Error(`${client}: ${admission.rejected}`);
  const startedNs = process.hrtime.bigint();
  const events = engine.run(request, admission, new AbortController().signal);
  const rethrow = (error: unknown) => {
    throw error;
  };
  const stamped = await Array.fromAsync(stampEvents(events, startedNs, rethrow));
  return stamped.map(({ line }) => JSON.parse(line) as RunEvent);
}
