import type { Check } from '../../../playground-server/protocol/check.ts';
import type { RunRequest } from '../../../playground-server/protocol/run-request.ts';
import type { Finding } from './finding.ts';
import type { Server } from './server.ts';

/** Asks the server's compiler about sources, about each once. */
export function codeChecker(server: Server): (request: RunRequest) => Promise<Finding[]> {
  const asked = new Map<string, Promise<Check>>();
  return async (request) => {
    const key = JSON.stringify(request);
    const check = asked.get(key) ?? server.check(request);
    asked.set(key, check);
    const { compiled, diagnostics } = await check;
    if (compiled) return [];
    const first = diagnostics.find(({ severity }) => severity === 'error');
    const where = first && first.line > 0 ? `line ${first.line}: ` : '';
    const message = `The code does not compile: ${where}${first?.message ?? 'the compiler does not say why'}`;
    return [{ rule: 'does-not-compile', message }];
  };
}
