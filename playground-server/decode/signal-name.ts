import { signalTable } from './signal-table.ts';

/**
 * First real-time signal as the kernel counts (<asm/signal.h>); libc keeps 32 and 33 for itself.
 */
const firstRealTime = 32;
const lastRealTime = 64;

/**
 * The name of a signal. Real-time signals are `SIGRT_2` for 34, as strace prints them: counted from
 * the kernel's first, since what "SIGRTMIN+0" means is up to each libc and 32, 33 would have no
 * name.
 */
export function signalName(number: number): string {
  const realTime = number >= firstRealTime && number <= lastRealTime;
  const fallback = realTime ? `SIGRT_${number - firstRealTime}` : `signal ${number}`;
  return signalTable.get(number) ?? fallback;
}
