import type { RunEvent } from '../event.ts';
import { StraceTeller } from './strace-teller.ts';
import { timedStyle } from './timed-style.ts';

/**
 * A tape as `strace -f -ttt -T -o` would have written it, so that tools which read strace's can read
 * it. The first column is the number of the thread on the tape, not a pid; times are in seconds since
 * the run was asked for.
 */
export function straceText(events: readonly RunEvent[]): string {
  const teller = new StraceTeller(timedStyle);
  return events.map((event) => teller.tell(event)).join('') + teller.breakOff();
}
