import type { Check, RunRequest } from '../../../playground-server/protocol/index.ts';

/** Asks the compiler about a source while it is being written, without running anything. */
export interface SourceChecker {
  /** Asks once the reader pauses; an earlier question is abandoned, on the server as well. */
  schedule(request: RunRequest): void;
  /** Abandons the question. */
  cancel(): void;
}

/** Long enough not to compile between two letters, short enough to feel immediate. */
const pauseMs = 400;

/**
 * @param fetchFrom the browser's fetch
 * @param show receives the answer to the newest question, never to an older one
 */
export function createSourceChecker(
  fetchFrom: typeof fetch,
  show: (check: Check) => void,
  afterMs = pauseMs,
): SourceChecker {
  let current = new AbortController();

  const ask = async (request: RunRequest, signal: AbortSignal): Promise<void> => {
    const check = await fetchCheck(fetchFrom, request, signal);
    if (check && !signal.aborted) show(check);
  };
  const cancel = () => {
    current.abort();
    current = new AbortController();
  };

  return {
    schedule(request) {
      cancel();
      const { signal } = current;
      const timer = setTimeout(() => void ask(request, signal), afterMs);
      signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
    },
    cancel,
  };
}

/** The answer, or null if there is none: nobody asked for a check, so its failures are silent. */
async function fetchCheck(
  fetchFrom: typeof fetch,
  request: RunRequest,
  signal: AbortSignal,
): Promise<Check | null> {
  try {
    const response = await fetchFrom('/api/v1/checks', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal,
    });
    return response.status === 200 ? ((await response.json()) as Check) : null;
  } catch {
    return null;
  }
}
