import { getEnvironmentData, isMainThread, threadName } from 'node:worker_threads';

/**
 * Key of the plan that says which libc call is to fail; for tests only. Every thread inherits the
 * plan as "environment data" and shares it. A server never sets it, and then nothing is wrapped.
 */
export const faultPlanKey = 'libc calls that fail';

/** The kinds of thread that call the C library. Each counts for itself: they run at once. */
export const threadKinds = ['main', 'tracer', 'spawner'] as const;
export type ThreadKind = (typeof threadKinds)[number];
/** What the thread that starts processes is called; the others have no name. */
export const spawnerName: ThreadKind = 'spawner';

/** Slots of the shared plan, 32 bits each: calls made so far, and which of them fails with what. */
export const faultPlan = {
  main: { called: 0, failing: 1 },
  tracer: { called: 2, failing: 3 },
  spawner: { called: 4, failing: 5 },
  errno: 6,
  /** bytes of the whole plan */
  bytes: 4 * 7,
} as const;

/** Of this thread. */
const threadKind = (): ThreadKind => {
  if (isMainThread) return 'main';
  return threadName === spawnerName ? 'spawner' : 'tracer';
};

type Call = (...args: never[]) => unknown;

/** Calls that release something (the kernel does, whatever they return) or cannot fail. */
const neverFails =
  /\b(close|timer_delete|gettid|posix_spawn\w*_destroy|sig\w+set|gnu_get_libc_version|poll)\b/;

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
  const slots = faultPlan[threadKind()];
  const wrapped: Call = (...args) => {
    const number = Atomics.add(plan, slots.called, 1) + 1;
    if (number !== Atomics.load(plan, slots.failing)) return call(...args);
    const errno = Atomics.load(plan, faultPlan.errno);
    if (returnsErrno) return errno;
    fail(errno);
    return -1;
  };
  return wrapped as C;
}
