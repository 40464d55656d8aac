import { expect, it } from 'vitest';
import { lastErrno, libc } from '../../../playground-server/linux/libc.ts';
import { WakeTimer } from '../../../playground-server/linux/wake-timer.ts';
import { errnos } from '../../../playground-server/uapi/errno-table.ts';

const pause = libc.func('int pause()');

it('wakes its thread from a call that waits, as often as that waits', () => {
  const timer = new WakeTimer(1_000_000);
  timer.start();
  for (let time = 0; time < 3; time += 1) {
    expect(pause()).toBe(-1);
    expect(lastErrno()).toBe(errnos.EINTR);
  }
  timer.close();
});

it('wakes nobody any more once it is stopped', () => {
  const stopped = new WakeTimer(100_000);
  const other = new WakeTimer(10_000_000);
  stopped.start();
  stopped.start();
  stopped.stop();
  stopped.stop();
  other.start();
  let woken = 0;
  for (const untilNs = process.hrtime.bigint() + 100_000_000n; process.hrtime.bigint() < untilNs;) {
    pause();
    woken += 1;
  }
  // The other's ten, and whatever else a process hears of; it would be a thousand.
  expect(woken).toBeLessThan(100);
  stopped.close();
  other.close();
});
