import { getEnvironmentData } from 'node:worker_threads';

/**
 * Which call of the C library is to fail, for tests alone: shared by all threads of the process,
 * which inherit it as "environment data". Nothing sets it in a server, and then nothing is wrapped.
 */
export const faultPlanKey = 'libc calls that fail';

/** Places in the shared plan. */
export const faultPlan = { called: 0, failing: 1, errno: 2 } as const;

type Call = (...args: never[]) => unknown;

/** Calls that give something back: a kernel does it, whatever they return. */
const neverFails = /\b(close|posix_spawn\w*_destroy|sig\w+set|gnu_get_libc_version|poll)\b/;

/**
 * The call as it is, or one that counts and, where the plan says so, fails without being made.
 * @param name as it was declared; posix_spawn(3) and its kin return the errno
 * @param fail sets errno
 */
export function planned<C extends Call>(name: string, call: C, fail: (errno: number) => void): C {
  const plan = getEnvironmentData(faultPlanKey) as Int32Array | undefined;
  if (!(plan instanceof Int32Array) || neverFails.test(name)) return call;
  const returnsErrno = name.includes('posix_spawn');
  const wrapped: Call = (...args) => {
    const number = Atomics.add(plan, faultPlan.called, 1) + 1;
    if (number !== Atomics.load(plan, faultPlan.failing)) return call(...args);
    const errno = Atomics.load(plan, faultPlan.errno);
    if (returnsErrno) return errno;
    fail(errno);
    return -1;
  };
  return wrapped as C;
}
