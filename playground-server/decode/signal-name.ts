import { realTime } from '../uapi/signal-table.ts';
import { x86_64 } from './abi/x86-64.ts';

/** As the kernel counts; libc keeps 32 and 33 for itself. */
const { SIGRTMIN: firstRealTime, _NSIG: lastRealTime } = realTime;

/**
 * The name of a signal. Real-time signals are `SIGRT_2` for 34, as strace prints them: counted from
 * the kernel's first, since what "SIGRTMIN+0" means is up to each libc and 32, 33 would have no
 * name.
 */
export function signalName(number: number): string {
  const realTime = number >= firstRealTime && number <= lastRealTime;
  const fallback = realTime ? `SIGRT_${number - firstRealTime}` : `signal ${number}`;
  return x86_64.signalNames.get(number) ?? fallback;
}
