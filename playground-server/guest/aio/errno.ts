import koffi from 'koffi';

/** What the thread's errno would be in C: Node's own work in between must not show in it. */
let current = 0;

/** errno as the last call of this module left it; errno(3). Calls that succeed leave it alone. */
export const errno = (): number => current;

/** The name of an errno, such as "EINVAL" for 22. A negated one, as libaio returns it, will do. */
export function errnoName(number: number | bigint): string {
  const positive = Math.abs(Number(number));
  const found = Object.entries(koffi.os.errno).find(([, value]) => value === positive);
  return found?.[0] ?? `errno ${positive}`;
}

/** Makes a call with errno as it was left, and keeps what the call makes of it. */
export function keepErrno(call: () => number): number {
  koffi.errno(current);
  const returned = call();
  current = koffi.errno();
  return returned;
}

/** errno of the asynchronous call whose callback runs now. */
export const errnoAfter = (): number => koffi.errno();

/** Forgets what the warm-up left. */
export function resetErrno(): void {
  current = 0;
}
