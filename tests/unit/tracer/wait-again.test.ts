import { expect, it } from 'vitest';
import { shownOn } from '../../../playground-server/decode/families/shown-calls.ts';
import { tapes } from '../../../playground-server/protocol/index.ts';
import {
  endedEarly,
  isWait,
  madeAgain,
  timeLeft,
  type Repeatable,
} from '../../../playground-server/tracer/wait-again.ts';

const call = (name: string, ...args: bigint[]): Repeatable => ({
  ...{ name, nr: 1, args, asked: args, collected: null },
  ...{ instructionPointer: 4098n, stackPointer: 0x10000n },
});
const timespec = (seconds: bigint, ns: bigint) =>
  new Uint8Array(BigInt64Array.of(seconds, ns).buffer);
const nothing = () => null;
const ms = 1_000_000n;

it('every tape stops the waits that are made again', () => {
  for (const tape of tapes) {
    const stopped = shownOn(tape).flatMap(({ calls }) => calls);
    expect(stopped).toEqual(expect.arrayContaining(['epoll_pwait2', 'rt_sigtimedwait', 'semop']));
    const followed = shownOn(tape).flatMap(({ calls, shown }) => (shown === 'never' ? calls : []));
    expect(followed.filter((name) => !isWait(name) && name !== 'restart_syscall')).toEqual([]);
  }
});

it('a wait of milliseconds goes on for those that have begun to be left', () => {
  const left = (timeout: bigint, elapsedNs: bigint) =>
    timeLeft(call('epoll_wait', 3n, 16n, 1n, timeout), elapsedNs, nothing)?.argument;
  expect(left(90n, 20n * ms + 1n)).toBe(70n);
  expect(left(90n, 200n * ms)).toBe(0n);
  // An int: the upper half of the register is nobody's.
  expect(left(0xffffffffn, 20n * ms)).toBe(null);
  expect(left(-1n, 20n * ms)).toBe(null);
});

it('what is left of a timespec is lent below the red zone; one that cannot be read is left alone', () => {
  const wait = call('semtimedop', 1n, 16n, 1n, 32n);
  const { argument, memory } = timeLeft(wait, 400n * ms, () => timespec(2n, 0n))!;
  expect(argument).toBe(0x10000n - 512n);
  expect(memory?.bytes).toEqual(timespec(1n, 600_000_000n));
  expect(timeLeft(wait, 0n, nothing)).toBe(null);
  expect(timeLeft(call('semtimedop', 1n, 16n, 1n, 0n), 0n, nothing)?.argument).toBe(null);
});

it('a call that waits for ever is made again as it is', () => {
  const semop = call('semop', 1n, 16n, 1n);
  expect(endedEarly(semop, -4n)).toBe(true);
  expect(endedEarly(semop, 1n)).toBe(false);
  const again = { args: semop.args, result: 1n, instructionPointer: 4096n };
  expect(madeAgain(semop, 0n, null)).toEqual(again);
});
