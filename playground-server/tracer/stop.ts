import { signals } from '../uapi/signal-table.ts';
import { ptraceEvents } from '../uapi/x86-64/ptrace-table.ts';
import {
  eventMessage,
  registers,
  signalCode,
  syscallInfo,
  type Registers,
  type SyscallInfo,
} from '../linux/ptrace.ts';
import { waitForTracee, type WaitStatus } from '../linux/wait.ts';

/** How a thread ended: what wait(2) would report to its parent. */
export type Ending = { kind: 'exited'; status: number } | { kind: 'killed'; signal: number };

/** The answer to a stopped tracee. Every stop needs exactly one reply; ptrace(2). */
export type Reply =
  | { kind: 'resume'; signal: number }
  /** leaves a group-stopped tracee stopped, but lets it notice SIGCONT */
  | { kind: 'listen' }
  | { kind: 'detach' }
  /** it is answered later, or no longer exists */
  | { kind: 'none' };

export const goOn: Reply = { kind: 'resume', signal: 0 };

/** Why a tracee has stopped, or that it no longer exists, and which reply it needs. */
export type Stop =
  /**
   * fork, vfork or clone returned in the parent; `registers` show with which flags.
   * Reply: resume; detach if the parent is the sandbox's pid 1.
   */
  | { kind: 'birth'; pid: number; child: number; registers: Registers }
  /**
   * The first stop of a new tracee, or the end of a group-stop.
   * Reply: resume; none if its birth has not been reported yet, which will then resume it.
   */
  | { kind: 'attached'; pid: number }
  /** execve succeeded; `former` is the thread that called it, now under the leader's pid. Reply: resume. */
  | { kind: 'exec'; pid: number; former: number }
  /** One side of a call, and when it was heard of. Reply: resume, even if the call was skipped. */
  | { kind: 'call'; pid: number; info: SyscallInfo; heardNs: bigint }
  /** A signal is about to be delivered. Reply: resume, with the signal. */
  | { kind: 'signal'; pid: number; signal: number; code: number; registers: Registers }
  /** SIGSTOP or the like took effect on the whole process. Reply: listen. */
  | { kind: 'group-stop'; pid: number }
  /** About to exit, the address space still in place. Reply: resume, or detach. */
  | { kind: 'exiting'; pid: number; ending: Ending; info: SyscallInfo; registers: Registers }
  /**
   * It was reaped, with the CPU time that it had used if it was killed. Reply: none. A process that
   * is killed again on its way out is gone without having been `exiting`.
   */
  | { kind: 'gone'; pid: number; ending: Ending; cpuSeconds: number };

export type StopOf<K extends Stop['kind']> = Extract<Stop, { kind: K }>;

/** Any other signal with PTRACE_EVENT_STOP means a group-stop; ptrace(2). */
const { SIGTRAP } = signals;
/** The signal that PTRACE_O_TRACESYSGOOD reports at both sides of calls. */
const syscallStop = SIGTRAP | 0x80;

/**
 * Waits until a tracee of this thread stops or ends; null when none is left.
 * @param beforeBlocking called if none has stopped yet, and again after each signal that interrupts the wait
 */
export function nextStop(beforeBlocking: () => void): Stop | null {
  const status = waitForTracee(beforeBlocking);
  // First of all: what is asked about a stop would count as time of the call that has ended.
  const heardNs = process.hrtime.bigint();
  return status && classify(status, heardNs);
}

function classify(status: WaitStatus, heardNs: bigint): Stop {
  switch (status.kind) {
    case 'exited':
      return {
        kind: 'gone',
        pid: status.pid,
        ending: { kind: 'exited', status: status.status },
        cpuSeconds: 0,
      };
    case 'killed':
      return {
        kind: 'gone',
        pid: status.pid,
        ending: { kind: 'killed', signal: status.signal },
        cpuSeconds: status.cpuSeconds,
      };
    case 'stopped':
      return classifyStopped(status, heardNs);
  }
}

function classifyStopped(
  { pid, signal, event }: Extract<WaitStatus, { kind: 'stopped' }>,
  heardNs: bigint,
): Stop {
  switch (event) {
    case ptraceEvents.PTRACE_EVENT_FORK:
    case ptraceEvents.PTRACE_EVENT_VFORK:
    case ptraceEvents.PTRACE_EVENT_CLONE:
      return { kind: 'birth', pid, child: eventMessage(pid), registers: registers(pid) };
    case ptraceEvents.PTRACE_EVENT_EXEC:
      return { kind: 'exec', pid, former: eventMessage(pid) };
    case ptraceEvents.PTRACE_EVENT_EXIT:
      return {
        kind: 'exiting',
        pid,
        ending: parseEnding(eventMessage(pid)),
        info: syscallInfo(pid),
        registers: registers(pid),
      };
    case ptraceEvents.PTRACE_EVENT_SECCOMP:
      return { kind: 'call', pid, info: syscallInfo(pid), heardNs };
    case ptraceEvents.PTRACE_EVENT_STOP:
      return { kind: signal === SIGTRAP ? 'attached' : 'group-stop', pid };
    default:
      if (signal === syscallStop) return { kind: 'call', pid, info: syscallInfo(pid), heardNs };
      return { kind: 'signal', pid, signal, code: signalCode(pid), registers: registers(pid) };
  }
}

/** The value that comes with PTRACE_EVENT_EXIT is a wait status; ptrace(2). */
function parseEnding(word: number): Ending {
  const signal = word & 0x7f;
  return signal === 0 ? { kind: 'exited', status: (word >> 8) & 0xff } : { kind: 'killed', signal };
}
