import { LRUCache } from 'lru-cache';
import type { CompiledProgram, CompileResult } from './compile-result.ts';
import { programBytes } from './program.ts';

export interface ProgramCacheBounds {
  /** Programs and their diagnostics together. */
  maxBytes: number;
  maxAgeMs: number;
}

/** One compilation that several runs wait for; it is cancelled when the last of them is. */
interface Flight {
  result: Promise<CompileResult>;
  waiting: number;
  abort: AbortController;
}

export type Compile = (signal: AbortSignal) => Promise<CompileResult>;

export interface ProgramCache {
  /**
   * Returns the cached program, joins its compilation, or starts one. Never rejects if `compile`
   * does not.
   */
  get(key: string, compile: Compile, signal: AbortSignal): Promise<CompileResult>;
}

/** Bytes that one entry occupies; a diagnostic's other fields weigh little next to its message. */
const weigh = (result: CompiledProgram) =>
  programBytes(result.program) +
  result.diagnostics.reduce((sum, { message }) => sum + 2 * message.length + 200, 1000);

/** Settles with `result`, or with cancelled as soon as `signal` is aborted. */
function unlessCancelled(result: Promise<CompileResult>, signal: AbortSignal) {
  return new Promise<CompileResult>((resolve, reject) => {
    const cancel = () => resolve({ kind: 'cancelled' });
    signal.addEventListener('abort', cancel, { once: true });
    result.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
  });
}

/** Caches what compiled for good; a failure may be the machine's, and is tried again. */
export function createProgramCache(bounds: ProgramCacheBounds): ProgramCache {
  const programs = new LRUCache<string, CompiledProgram>({
    maxSize: bounds.maxBytes,
    sizeCalculation: weigh,
    ttl: bounds.maxAgeMs,
  });
  const flights = new Map<string, Flight>();

  const launch = (key: string, compile: Compile): Flight => {
    const abort = new AbortController();
    const result = compile(abort.signal).then((done) => {
      if (done.kind === 'compiled' && !done.isPassing) programs.set(key, done);
      return done;
    });
    const flight = { result, waiting: 0, abort };
    flights.set(key, flight);
    const land = () => void (flights.get(key) === flight && flights.delete(key));
    result.then(land, land);
    return flight;
  };

  return {
    async get(key, compile, signal) {
      if (signal.aborted) return { kind: 'cancelled' };
      const kept = programs.get(key);
      if (kept) return { ...kept, cached: true, elapsedNs: 0n };
      const flight = flights.get(key) ?? launch(key, compile);
      flight.waiting += 1;
      const result = await unlessCancelled(flight.result, signal);
      flight.waiting -= 1;
      // From now on a newcomer must start afresh instead of joining what is being abandoned.
      if (flight.waiting === 0 && signal.aborted) {
        flights.delete(key);
        flight.abort.abort();
      }
      return result;
    },
  };
}
