import { cloneFlags } from '../uapi/process-table.ts';
import { systemCalls } from '../uapi/x86-64/syscall-table.ts';
import { handleCallStop } from './handle-call.ts';
import { handleEnd } from './handle-end.ts';
import { handleSignal } from './handle-signal.ts';
import type { Stop } from './stop.ts';
import type { Reply } from './trace.ts';
import type { TraceState } from './trace-state.ts';

const goOn: Reply = { kind: 'resume', signal: 0 };

/** Says what a stop means for the run and which reply it needs. */
export function handleStop(stop: Stop, state: TraceState): Reply {
  switch (stop.kind) {
    case 'birth':
      return handleBirth(stop, state);
    case 'attached':
      return handleAttached(stop.pid, state);
    case 'exec':
      return handleExec(stop, state);
    case 'call':
      return handleCallStop(stop, state);
    case 'signal':
      return handleSignal(stop, state);
    case 'group-stop':
      return { kind: 'listen' };
    case 'exiting':
      handleEnd(stop, state);
      // The rest of its death (30–50 ms with a live AIO context) needs no tracer.
      return { kind: 'detach' };
    case 'gone':
      handleEnd(stop, state);
      return { kind: 'none' };
  }
}

/** Calls that make a task, and what it shares with its parent; clone(2). */
const [clone, vfork] = [BigInt(systemCalls.clone), BigInt(systemCalls.vfork)];
const sharesMemory = BigInt(cloneFlags.CLONE_VM);
const sharesProcess = BigInt(cloneFlags.CLONE_THREAD);

function handleBirth(stop: Extract<Stop, { kind: 'birth' }>, state: TraceState): Reply {
  const { origRax, rdi } = stop.registers;
  const flags = origRax === clone ? rdi : origRax === vfork ? sharesMemory : 0n;
  if (stop.pid === state.initPid) {
    // The sandbox's pid 1 only waits for the program from here on.
    state.mainPid = stop.child;
    state.initPid = null;
    state.adopt(stop.child, null, { memory: false, process: false });
    release(stop.child, state);
    return { kind: 'detach' };
  }
  const parent = state.tracees.get(stop.pid) ?? null;
  state.adopt(stop.child, parent, {
    memory: (flags & sharesMemory) !== 0n,
    process: (flags & sharesProcess) !== 0n,
  });
  release(stop.child, state);
  return goOn;
}

/** The order of a child's first stop and its parent's birth stop is not defined; ptrace(2). */
function handleAttached(pid: number, state: TraceState): Reply {
  if (state.tracees.has(pid) || pid === state.initPid) return goOn;
  state.unclaimed.add(pid);
  return { kind: 'none' };
}

function release(child: number, state: TraceState): void {
  if (state.unclaimed.delete(child)) state.resumeTracee(child);
}

/** The other threads are gone, and the caller goes on under the leader's pid with new memory; execve(2). */
function handleExec(stop: Extract<Stop, { kind: 'exec' }>, state: TraceState): Reply {
  const tracee = state.tracees.get(stop.former);
  if (tracee) state.renew(tracee, stop.pid);
  if (stop.pid === state.mainPid && !state.started) {
    state.started = true;
    state.listener({ kind: 'started' });
  }
  return goOn;
}
