import { realTime } from '../uapi/signal-table.ts';
import { x86_64 } from './abi/x86-64.ts';

/** As numbered by the kernel; libc keeps 32 and 33 for itself. */
const { SIGRTMIN: firstRealTime, _NSIG: lastRealTime } = realTime;

/**
 * The name of a signal. Real-time signals are named as strace does, `SIGRT_2` for 34, counting from
 * the kernel's first: "SIGRTMIN+0" means something else in each libc, and 32 and 33 would have no
 * name.
 */
export function signalName(number: number): string {
  const realTime = number >= firstRealTime && number <= lastRealTime;
  const fallback = realTime ? `SIGRT_${number - firstRealTime}` : `signal ${number}`;
  return x86_64.signalNames.get(number) ?? fallback;
}
