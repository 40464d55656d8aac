import koffi from 'koffi';

/** What the thread's errno would be in C, untouched by what Node itself does in between. */
let current = 0;

/** errno as the last call of this module left it; errno(3). Calls that succeed leave it alone. */
export const errno = (): number => current;

/**
 * The name of an errno, such as "EINVAL" for 22. A negated one, as libaio returns it, works too.
 */
export function errnoName(number: number | bigint): string {
  const positive = Math.abs(Number(number));
  const found = Object.entries(koffi.os.errno).find(([, value]) => value === positive);
  return found?.[0] ?? `errno ${positive}`;
}

/** Makes a call with errno as the last one left it, and records the errno that this one leaves. */
export function keepErrno(call: () => number): number {
  koffi.errno(current);
  const returned = call();
  current = koffi.errno();
  return returned;
}

/** errno of the asynchronous call whose callback is running. */
export const errnoAfter = (): number => koffi.errno();

/** Forgets the errno that the warm-up left. */
export function resetErrno(): void {
  current = 0;
}
