import {
  eventMessage,
  registers,
  signalCode,
  syscallInfo,
  type Registers,
  type SyscallInfo,
} from '../linux/ptrace.ts';
import { waitForTracee, type WaitStatus } from '../linux/wait.ts';
import { signals } from '../uapi/signal-table.ts';
import { ptraceEvents } from '../uapi/x86-64/ptrace-table.ts';

/** How a thread ended: what wait(2) would tell its parent. */
export type Ending = { kind: 'exited'; status: number } | { kind: 'killed'; signal: number };

/** Why a tracee stands still, or that it is no more. Each kind needs one reply; see handle-stop.ts. */
export type Stop =
  /** fork, vfork or clone returned in the parent; `registers` tell with which flags. */
  | { kind: 'birth'; pid: number; child: number; registers: Registers }
  /** The first stop of a new tracee, or the end of a group-stop. */
  | { kind: 'attached'; pid: number }
  /** execve succeeded; `former` is the thread that called it, now under the leader's pid. */
  | { kind: 'exec'; pid: number; former: number }
  | { kind: 'call'; pid: number; info: SyscallInfo }
  | { kind: 'signal'; pid: number; signal: number; code: number; registers: Registers }
  /** SIGSTOP and its like took effect on the whole process. */
  | { kind: 'group-stop'; pid: number }
  /** About to exit, the address space still in place. */
  | { kind: 'exiting'; pid: number; ending: Ending; info: SyscallInfo; registers: Registers }
  | { kind: 'gone'; pid: number; ending: Ending };

/** Stop signals with PTRACE_EVENT_STOP mean a group-stop; ptrace(2). */
const { SIGTRAP } = signals;
const syscallStop = SIGTRAP | 0x80;

/** Blocks until a tracee of this thread stops or ends; null when none is left. */
export function nextStop(): Stop | null {
  const status = waitForTracee();
  return status && classify(status);
}

function classify(status: WaitStatus): Stop {
  switch (status.kind) {
    case 'exited':
      return { kind: 'gone', pid: status.pid, ending: { kind: 'exited', status: status.status } };
    case 'killed':
      return { kind: 'gone', pid: status.pid, ending: { kind: 'killed', signal: status.signal } };
    case 'stopped':
      return classifyStopped(status.pid, status.signal, status.event);
  }
}

function classifyStopped(pid: number, signal: number, event: number): Stop {
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
      return { kind: 'call', pid, info: syscallInfo(pid) };
    case ptraceEvents.PTRACE_EVENT_STOP:
      return { kind: signal === SIGTRAP ? 'attached' : 'group-stop', pid };
    default:
      if (signal === syscallStop) return { kind: 'call', pid, info: syscallInfo(pid) };
      return { kind: 'signal', pid, signal, code: signalCode(pid), registers: registers(pid) };
  }
}

/** The word that PTRACE_EVENT_EXIT carries is a wait status; ptrace(2). */
function parseEnding(word: number): Ending {
  const signal = word & 0x7f;
  return signal === 0 ? { kind: 'exited', status: (word >> 8) & 0xff } : { kind: 'killed', signal };
}
