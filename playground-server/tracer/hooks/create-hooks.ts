import type { TraceRules } from '../trace-rules.ts';
import { aioHooks } from './aio-hooks.ts';
import type { CallHook, RunHooks } from './call-hook.ts';
import { filterHooks } from './filter-hooks.ts';
import { quietHooks } from './quiet-hooks.ts';

/** A run's hooks by call name; other calls have none. */
export function createHooks({ aioShare, aioMaxNr }: TraceRules): RunHooks {
  const aio = aioHooks(aioShare, aioMaxNr);
  const hooks = new Map<string, CallHook>(
    Object.entries({ ...aio.hooks, ...filterHooks(), ...quietHooks() }),
  );
  return { of: (call) => hooks.get(call), close: aio.close };
}
