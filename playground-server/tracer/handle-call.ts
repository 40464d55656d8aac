import { skipCall, type SyscallInfo } from '../linux/ptrace.ts';
import type { PolicyAction } from '../sandbox/policy/policy.ts';
import { judge } from './judge.ts';
import { closeOpenResult, isRestart } from './open-result.ts';
import { goOn, type Reply, type StopOf } from './stop.ts';
import { tellEntry, tellExit } from './tell-call.ts';
import type { TraceState } from './trace-state.ts';
import type { PendingCall, Tracee } from './tracee.ts';

const now = (): bigint => process.hrtime.bigint();

/** Handles a stop at one side of a system call. */
export function handleCallStop(stop: StopOf<'call'>, state: TraceState): Reply {
  const tracee = state.tracees.get(stop.pid);
  if (tracee) handleSide(tracee, stop.info, state);
  return goOn;
}

function handleSide(tracee: Tracee, info: SyscallInfo, state: TraceState): void {
  switch (info.op) {
    case 'entry':
      return handleEntry(tracee, info, state);
    case 'seccomp':
      return handleFiltered(tracee, info, state);
    case 'exit':
      return handleExit(tracee, info.result, state);
    case 'none':
      return;
  }
}

/**
 * Only stepped tracees stop here: their own filter may answer, in which case ours is never asked.
 */
function handleEntry(tracee: Tracee, info: SyscallInfo, state: TraceState): void {
  closeOpenResult(tracee, state, info);
  const action = state.rules.actionOf(info.nr, info.args);
  // A refused call is reported only if our filter is asked.
  if (isShown(action) || action === 'watch') begin(tracee, info, action, state);
}

/** Our filter picked the call: it is shown, watched or refused. */
function handleFiltered(tracee: Tracee, info: SyscallInfo, state: TraceState): void {
  closeOpenResult(tracee, state, info);
  const action = state.rules.actionOf(info.nr, info.args);
  const call = tracee.pending ?? begin(tracee, info, action, state);
  const answer = judge({ call, tracee, state }, action);
  if (answer === null) return;
  if (call.number === null) tellEntry(tracee, call, false, state);
  call.verdict = answer.verdict;
  skipCall(tracee.pid, BigInt(-answer.errno));
}

function begin(
  tracee: Tracee,
  info: SyscallInfo,
  action: PolicyAction,
  state: TraceState,
): PendingCall {
  const { nr, args, instructionPointer, stackPointer } = info;
  const call: PendingCall = {
    number: null,
    name: state.rules.nameOf(nr),
    nr,
    args,
    instructionPointer,
    stackPointer,
    enteredNs: now(),
    verdict: 'kernel',
  };
  tracee.pending = call;
  if (action === 'watch') return call;
  tellEntry(tracee, call, action === 'show-own', state);
  // The time of reporting does not belong to the call.
  call.enteredNs = now();
  return call;
}

const isShown = (action: PolicyAction): boolean => action === 'show' || action === 'show-own';

function handleExit(tracee: Tracee, result: bigint, state: TraceState): void {
  const call = tracee.pending;
  if (!call) return;
  const elapsedNs = now() - call.enteredNs;
  tracee.pending = null;
  state.hooks.of(call.name)?.after?.({ call, tracee, state }, result);
  const done = { call, result, elapsedNs };
  if (isRestart(result)) tracee.open = done;
  else tellExit(tracee, done, false, state);
}
