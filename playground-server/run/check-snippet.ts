import type { CompileResult, Diagnostic } from '../compile/compile-result.ts';
import type { CompileStage } from '../compile/compile-stage.ts';
import type { RunRequest } from '../protocol/index.ts';
import type { EngineObserver } from './engine.ts';
import { faultMessage } from './fault-message.ts';
import type { Admission } from './queue/fair-queue.ts';

/** How a check ended. A compilation that a limit cut short counts as not compiled. */
export type CheckResult =
  | { kind: 'checked'; compiled: boolean; diagnostics: Diagnostic[] }
  | { kind: 'cancelled' }
  | { kind: 'faulted'; message: string };

/** What a check needs from the engine. */
export interface CheckParts {
  request: RunRequest;
  admission: Admission;
  signal: AbortSignal;
  compile: CompileStage['compile'];
  observer: EngineObserver;
}

/** Compiles a snippet but runs nothing; the program stays in the cache for a later run. */
export async function checkSnippet(parts: CheckParts): Promise<CheckResult> {
  const { request, admission, signal, observer } = parts;
  // A reader who keeps typing must not hold a place in the queue.
  const leave = () => admission.leave();
  if (signal.aborted) leave();
  signal.addEventListener('abort', leave, { once: true });
  try {
    for await (const _ of admission.positions());
    if (signal.aborted) return { kind: 'cancelled' };
    const compiled = await parts.compile({ ...request, client: admission.client, signal });
    if (compiled.kind === 'faulted' && compiled.cause) observer.troubled(compiled.cause);
    return resultOf(compiled);
  } catch (error) {
    observer.troubled(error);
    return { kind: 'faulted', message: faultMessage(error) };
  } finally {
    signal.removeEventListener('abort', leave);
    leave();
  }
}

function resultOf(compiled: CompileResult): CheckResult {
  switch (compiled.kind) {
    case 'compiled':
      return { kind: 'checked', compiled: true, diagnostics: compiled.diagnostics };
    case 'not-compiled':
      return { kind: 'checked', compiled: false, diagnostics: compiled.diagnostics };
    case 'cancelled':
      return compiled;
    case 'faulted':
      return { kind: 'faulted', message: compiled.message };
  }
}
