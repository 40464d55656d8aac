import { realTime } from '../uapi/signal-table.ts';
import { clocks, itimerspec, sigevent, timerNotices } from '../uapi/x86-64/timer-table.ts';
import { libc, LibcError } from './libc.ts';

const gettid = libc.func('int gettid()');
const setHandler = libc.func('intptr_t signal(int number, void *handler)');
const siginterrupt = libc.func('int siginterrupt(int number, int interrupts)');
const createTimer = libc.func('int timer_create(int clock, void *event, _Out_ void **timer)');
const setTimer = libc.func('int timer_settime(void *timer, int flags, void *value, void *old)');
const deleteTimer = libc.func('int timer_delete(void *timer)');

/** The last of the real-time signals, which neither Node nor the C library uses; signal(7). */
const wakingSignal = realTime._NSIG;

/**
 * Wakes the thread that made it from a call that waits, which then fails with EINTR: some, like
 * wait4(2), take no timeout. All methods belong to that thread, and throw LibcError.
 */
export class WakeTimer {
  readonly #timer: unknown;
  readonly #every: Buffer;
  #isRunning = false;

  /** @param everyNs less than a second */
  constructor(everyNs: number) {
    takeSignal();
    const event = Buffer.alloc(sigevent.bytes);
    event.writeInt32LE(wakingSignal, sigevent.fields.signo);
    event.writeInt32LE(timerNotices.SIGEV_THREAD_ID, sigevent.fields.notify);
    event.writeInt32LE(gettid() as number, sigevent.fields.thread);
    const made: [unknown] = [null];
    check(createTimer(clocks.CLOCK_MONOTONIC, event, made), 'timer_create');
    this.#timer = made[0];
    this.#every = schedule(everyNs);
  }

  /** Again and again from now on: a signal that comes just before the call begins wakes nobody. */
  start(): void {
    if (this.#isRunning) return;
    check(setTimer(this.#timer, 0, this.#every, null), 'timer_settime');
    this.#isRunning = true;
  }

  stop(): void {
    if (!this.#isRunning) return;
    check(setTimer(this.#timer, 0, never, null), 'timer_settime');
    this.#isRunning = false;
  }

  close(): void {
    check(deleteTimer(this.#timer), 'timer_delete');
  }
}

/** struct itimerspec: first after that time, then each time after it. */
function schedule(everyNs: number): Buffer {
  const times = Buffer.alloc(itimerspec.bytes);
  times.writeBigInt64LE(BigInt(everyNs), itimerspec.fields.intervalNs);
  times.writeBigInt64LE(BigInt(everyNs), itimerspec.fields.valueNs);
  return times;
}

const never = schedule(0);

let hasSignal = false;
/**
 * A signal interrupts a call only where it has a handler, which need not do anything: abs(3) does not.
 * Handlers belong to the whole process.
 */
function takeSignal(): void {
  if (hasSignal) return;
  // What failed returns SIG_ERR, which is −1; signal(2).
  check(setHandler(wakingSignal, libc.address('abs')), 'signal');
  check(siginterrupt(wakingSignal, 1), 'siginterrupt');
  hasSignal = true;
}

function check(result: unknown, what: string): void {
  if (Number(result) === -1) throw new LibcError(what);
}
