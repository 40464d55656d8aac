import { getEnvironmentData } from 'node:worker_threads';

/**
 * Key of the plan that says which libc call is to fail; for tests only. Every thread inherits the
 * plan as "environment data" and shares it. A server never sets it, and then nothing is wrapped.
 */
export const faultPlanKey = 'libc calls that fail';

/** Slots of the shared plan. */
export const faultPlan = { called: 0, failing: 1, errno: 2 } as const;

type Call = (...args: never[]) => unknown;

/** Calls that release something (the kernel does, whatever they return) or cannot fail. */
const neverFails = /\b(close|posix_spawn\w*_destroy|sig\w+set|gnu_get_libc_version|poll)\b/;

/**
 * Returns the call as it is or, when there is a plan, a wrapper that counts and fails the planned
 * call without making it.
 * @param name as declared; posix_spawn(3) and its kin return the errno instead of setting it
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
