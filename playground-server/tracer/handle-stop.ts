import { cloneFlags } from '../uapi/process-table.ts';
import { handleCallStop } from './handle-call.ts';
import { handleEnd } from './handle-end.ts';
import { handleSignal } from './handle-signal.ts';
import { goOn, type Reply, type Stop, type StopOf } from './stop.ts';
import type { TraceState } from './trace-state.ts';

/** Decides what a stop means for the run, and which reply it needs. */
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
      // With the run, nobody asks any more when it is gone: 30–50 ms with a live AIO context.
      return state.ended ? { kind: 'detach' } : goOn;
    case 'gone':
      handleEnd(stop, state);
      return { kind: 'none' };
  }
}

/** What parent and child of clone(2) may share. */
const sharesMemory = BigInt(cloneFlags.CLONE_VM);
const sharesProcess = BigInt(cloneFlags.CLONE_THREAD);

function handleBirth(stop: StopOf<'birth'>, state: TraceState): Reply {
  if (stop.pid === state.initPid) {
    // From here on the sandbox's pid 1 only waits for the program.
    state.mainPid = stop.child;
    state.initPid = null;
    state.adopt(stop.child, null, { memory: false, process: false });
    release(stop.child, state);
    return state.rules.stopsSupervisor ? goOn : { kind: 'detach' };
  }
  const parent = state.tracees.get(stop.pid) ?? null;
  const flags = birthFlags(stop, state);
  state.adopt(stop.child, parent, {
    memory: (flags & sharesMemory) !== 0n,
    process: (flags & sharesProcess) !== 0n,
  });
  release(stop.child, state);
  return goOn;
}

/** What parent and child share, as flags of clone(2); the flags of the other calls are built in. */
function birthFlags({ registers }: StopOf<'birth'>, { rules }: TraceState): bigint {
  switch (rules.nameOf(Number(registers.origRax))) {
    case 'clone':
      return registers.rdi;
    case 'vfork':
      return sharesMemory;
    default:
      return 0n;
  }
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

/**
 * The other threads are gone; the caller continues with the leader's pid and new memory; execve(2).
 */
function handleExec(stop: StopOf<'exec'>, state: TraceState): Reply {
  const tracee = state.tracees.get(stop.former);
  if (tracee) state.renew(tracee, stop.pid);
  if (stop.pid === state.mainPid && !state.started) {
    state.started = true;
    state.listener.record({ kind: 'started' });
  }
  return goOn;
}
