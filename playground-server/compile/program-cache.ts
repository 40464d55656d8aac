import type { CompileResult } from './compile-result.ts';
import { KeptPrograms, type KeptProgramBounds } from './kept-programs.ts';

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
   * @param client whose share of the cache a new program takes
   */
  get(key: string, client: string, compile: Compile, signal: AbortSignal): Promise<CompileResult>;
}

/** Settles with `result`, or with cancelled as soon as `signal` is aborted. */
function unlessCancelled(result: Promise<CompileResult>, signal: AbortSignal) {
  return new Promise<CompileResult>((resolve, reject) => {
    const cancel = () => resolve({ kind: 'cancelled' });
    signal.addEventListener('abort', cancel, { once: true });
    result.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
  });
}

/** Caches what compiled for good; a failure may be the machine's, and is tried again. */
export function createProgramCache(bounds: KeptProgramBounds): ProgramCache {
  const programs = new KeptPrograms(bounds);
  const flights = new Map<string, Flight>();

  const launch = (key: string, client: string, compile: Compile): Flight => {
    const abort = new AbortController();
    const result = compile(abort.signal).then((done) => {
      if (done.kind === 'compiled' && !done.isPassing) programs.keep(key, client, done);
      return done;
    });
    const flight = { result, waiting: 0, abort };
    flights.set(key, flight);
    const land = () => void (flights.get(key) === flight && flights.delete(key));
    result.then(land, land);
    return flight;
  };

  return {
    async get(key, client, compile, signal) {
      if (signal.aborted) return { kind: 'cancelled' };
      const kept = programs.find(key);
      if (kept) return { ...kept, cached: true, elapsedNs: 0n };
      const flight = flights.get(key) ?? launch(key, client, compile);
      flight.waiting += 1;
      const result = await unlessCancelled(flight.result, signal);
      flight.waiting -= 1;
      // From now on a newcomer must start afresh instead of joining what is being abandoned.
      if (flight.waiting === 0 && signal.aborted) {
        flights.delete(key);
        flight.abort.abort();
        // Its slot is not another's before the compiler has ended: who cancels without end would
        // keep any number of them dying.
        await flight.result;
      }
      return result;
    },
  };
}
