import type { CompileResult } from '../compile/compile-result.ts';
import type { CompileStage } from '../compile/compile-stage.ts';
import type { Asker } from '../compile/compiler.ts';
import type { Program } from '../compile/program.ts';
import type { RunRequest, UnstampedEvent } from '../protocol/index.ts';
import type { EngineObserver } from './engine.ts';
import type { Execution } from './execution/execution.ts';
import { faultMessage } from './fault-message.ts';
import { cancelled, timed, type TimedEvent } from './timed-event.ts';

/** What a snippet needs from the engine of this host. */
export interface SnippetParts {
  request: RunRequest;
  asker: Asker;
  signal: AbortSignal;
  compile: CompileStage['compile'];
  /** Says that somebody waits for it, until it is called back. */
  need(): (() => void) | undefined;
  /** Starts making the sandbox, so that it is ready when the program is. */
  prepare(): Promise<PreparedRun>;
  observer: EngineObserver;
  /** what the reader is told if the sandbox takes longer than the compiler */
  whilePreparing?: UnstampedEvent;
}

/** A sandbox that is waiting for its program. */
export interface PreparedRun {
  /** @param isHeavy whether others may have the processor first */
  execute(program: Program, isHeavy: boolean): Execution;
  /**
   * Frees what the run had, and keeps a sandbox that was not used; called once, whatever happened.
   */
  dispose(): void;
}

/** Compiles a snippet and executes it in a sandbox of this host. */
export async function* compileAndExecute(parts: SnippetParts): AsyncGenerator<TimedEvent> {
  const { request, asker, signal, observer } = parts;
  const done = asker.isHeavy ? undefined : parts.need();
  const troubled = toldOnce((error) => observer.troubled(error));
  const preparing = parts.prepare();
  let isPrepared = false;
  // Reported here as well, because a run that does not compile never awaits it.
  preparing.then(() => (isPrepared = true)).catch(troubled);
  try {
    const { client, isHeavy } = asker;
    const compiled = await parts.compile({ ...request, client, isHeavy, signal });
    if (compiled.kind === 'faulted' && compiled.cause) troubled(compiled.cause);
    const told = compileEvents(compiled);
    if (compiled.kind !== 'compiled') return yield* told;
    if (!isPrepared) {
      yield* told.splice(0);
      if (parts.whilePreparing) yield timed(parts.whilePreparing);
    }
    const execution = (await preparing).execute(compiled.program, asker.isHeavy);
    yield* follow(execution, told, signal);
  } catch (error) {
    troubled(error);
    yield timed({ kind: 'faulted', code: 'sandbox-failed', message: faultMessage(error) });
  } finally {
    done?.();
    preparing.then((prepared) => prepared.dispose()).catch(troubled);
  }
}

/** The same error may surface in several places, but the log needs it only once. */
function toldOnce(troubled: (error: unknown) => void): (error: unknown) => void {
  const told = new Set<unknown>();
  return (error) => {
    if (!told.has(error)) troubled(error);
    told.add(error);
  };
}

function compileEvents(compiled: CompileResult): TimedEvent[] {
  switch (compiled.kind) {
    case 'cancelled':
      return [timed(cancelled)];
    case 'faulted':
      return [timed({ kind: 'faulted', code: 'compiler-failed', message: compiled.message })];
    case 'compiled':
    case 'not-compiled':
      return [
        ...compiled.diagnostics.map((each) => timed({ kind: 'diagnostic', ...each })),
        timed(lastOf(compiled)),
      ];
  }
}

function lastOf(
  compiled: Extract<CompileResult, { kind: 'compiled' | 'not-compiled' }>,
): UnstampedEvent {
  if (compiled.kind === 'not-compiled')
    return { kind: 'finished', outcome: { kind: 'not-compiled' } };
  const { cached, elapsedNs } = compiled;
  return { kind: 'compiled', cached, elapsedNs: elapsedNs.toString() };
}

/**
 * Passes on events up to the last one; when the signal is aborted, it ends the program.
 * @param before is told while the program starts, which need not wait for it
 */
async function* follow(
  execution: Execution,
  before: readonly TimedEvent[],
  signal: AbortSignal,
): AsyncGenerator<TimedEvent> {
  const stop = () => execution.stop({ kind: 'cancelled' });
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  let isOver = false;
  try {
    void execution.start();
    yield* before;
    yield* execution.events;
    isOver = true;
  } finally {
    signal.removeEventListener('abort', stop);
    // Nobody wants to know the rest.
    if (!isOver) stop();
  }
}
