import { setTimeout as pause } from 'node:timers/promises';

/** Primary result code of SQLite: another connection writes at this moment (sqlite.org/rescode.html). */
const busy = 5;
const firstPauseMs = 2;
/** Pauses double: with ten of them, two seconds pass before the other server is taken for stuck. */
const pausesAtMost = 10;

/**
 * Does a write that finds the file locked by another server again, after a pause in which this one
 * goes on with everything else. Throws what `write` throws otherwise, and when it stays locked.
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

/** The upper bits of an extended code only say why. */
const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === busy;
