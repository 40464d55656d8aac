import { setTimeout as pause } from 'node:timers/promises';

/**
 * SQLite's primary result code for a file to which another connection is writing
 * (sqlite.org/rescode.html).
 */
const busy = 5;
const firstPauseMs = 2;
/** Pauses double, so ten of them give the other server two seconds before it counts as stuck. */
const pausesAtMost = 10;

/**
 * Does a write, and repeats it after a pause if another server has locked the file; in the pause
 * this server goes on with everything else. Throws if the file stays locked, and whatever else
 * `write` throws.
 */
export async function whenFree<T>(write: () => T): Promise<T> {
  for (let pauses = 0; ; pauses += 1) {
    try {
      return write();
    } catch (error) {
      if (!isBusy(error) || pauses === pausesAtMost) throw error;
      await pause(firstPauseMs * 2 ** pauses);
    }
  }
}

/** The upper bits of an extended code only give the reason. */
const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === busy;
