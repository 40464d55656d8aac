import type { CompileResult, Diagnostic } from '../compile/compile-result.ts';
import type { CompileStage } from '../compile/compile-stage.ts';
import type { Asker } from '../compile/compiler.ts';
import type { RunRequest } from '../protocol/index.ts';
import type { EngineObserver } from './engine.ts';
import { faultMessage } from './fault-message.ts';
import type { Admission } from './queue/admission.ts';
import { waitForSlot } from './queue/wait-for-slot.ts';

/** How a check ended. A compilation that a limit cut short counts as not compiled. */
export type CheckResult =
  | { kind: 'checked'; compiled: boolean; diagnostics: Diagnostic[] }
  | { kind: 'cancelled' }
  /** It lost its place in a full queue to a client with none. */
  | { kind: 'crowded-out' }
  | { kind: 'faulted'; message: string };

/** The life of one check at any engine. The slot is given back with the result. */
export async function conductCheck(
  admission: Admission,
  signal: AbortSignal,
  check: () => Promise<CheckResult>,
): Promise<CheckResult> {
  try {
    for await (const _ of waitForSlot(admission, signal));
    if (signal.aborted) return { kind: 'cancelled' };
    return admission.crowdedOut ? { kind: 'crowded-out' } : await check();
  } finally {
    admission.leave();
  }
}

/** What a check needs from the engine of this host. */
export interface CheckParts {
  request: RunRequest;
  asker: Asker;
  signal: AbortSignal;
  compile: CompileStage['compile'];
  observer: EngineObserver;
}

/** Compiles a snippet but runs nothing; the program stays in the cache for a later run. */
export async function checkSnippet(parts: CheckParts): Promise<CheckResult> {
  const { request, asker, signal, observer } = parts;
  try {
    const { client, isHeavy } = asker;
    const compiled = await parts.compile({ ...request, client, isHeavy, signal });
    if (compiled.kind === 'faulted' && compiled.cause) observer.troubled(compiled.cause);
    return resultOf(compiled);
  } catch (error) {
    observer.troubled(error);
    return { kind: 'faulted', message: faultMessage(error) };
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
