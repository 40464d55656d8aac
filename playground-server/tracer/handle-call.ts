import { skipCall, type SyscallInfo } from '../linux/ptrace.ts';
import { prctlOptions } from '../uapi/process-table.ts';
import { filterFlags } from '../uapi/seccomp-table.ts';
import { errnos } from '../uapi/errno-table.ts';
import { systemCalls } from '../uapi/x86-64/syscall-table.ts';
import { judge } from './judge.ts';
import type { Stop } from './stop.ts';
import type { Reply } from './trace.ts';
import type { TraceState } from './trace-state.ts';
import type { OpenResult, PendingCall, Tracee } from './tracee.ts';

const goOn: Reply = { kind: 'resume', signal: 0 };
const now = (): bigint => process.hrtime.bigint();

/** The calls that install a filter. */
const { seccomp, prctl } = systemCalls;
const setSeccomp = BigInt(prctlOptions.PR_SET_SECCOMP);
/** The filter is put on every thread of the process; seccomp(2). */
const allThreads = BigInt(filterFlags.SECCOMP_FILTER_FLAG_TSYNC);

/** Results that only the kernel's signal code sees; include/linux/errno.h. */
const restarts = new Set(
  [
    errnos.ERESTARTSYS,
    errnos.ERESTARTNOINTR,
    errnos.ERESTARTNOHAND,
    errnos.ERESTART_RESTARTBLOCK,
  ].map((errno) => BigInt(-errno)),
);

/** A stop at one of the sides of a system call. */
export function handleCallStop(stop: Extract<Stop, { kind: 'call' }>, state: TraceState): Reply {
  const tracee = state.tracees.get(stop.pid);
  if (!tracee) return goOn;
  switch (stop.info.op) {
    case 'entry':
      return handleEntry(tracee, stop.info, state);
    case 'seccomp':
      return handleFiltered(tracee, stop.info, state);
    case 'exit':
      return handleExit(tracee, stop.info, state);
    case 'none':
      return goOn;
  }
}

/** Only stepped tracees stop here: their own filter may answer, so our filter may never be asked. */
function handleEntry(tracee: Tracee, info: SyscallInfo, state: TraceState): Reply {
  closeOpenResult(tracee, state, info);
  const action = state.rules.actionOf(info.nr);
  if (action === 'show' || action === 'watch') begin(tracee, info, state, action === 'show');
  return goOn;
}

/** Our filter picked the call: it is shown, watched or refused. */
function handleFiltered(tracee: Tracee, info: SyscallInfo, state: TraceState): Reply {
  closeOpenResult(tracee, state, info);
  const action = state.rules.actionOf(info.nr);
  const call = tracee.pending ?? begin(tracee, info, state, action !== 'watch');
  const judgement = judge(call, action, state, state.memoryOf(tracee.pid));
  if (judgement.kind === 'kernel') {
    call.reserved = judgement.reserved;
    if (filtersAllThreads(call)) stepOtherThreads(tracee, state);
    return goOn;
  }
  if (call.number === null) enter(tracee, call, info, state);
  call.verdict = judgement.verdict;
  skipCall(tracee.pid, BigInt(-judgement.errno));
  return goOn;
}

function begin(tracee: Tracee, info: SyscallInfo, state: TraceState, shown: boolean): PendingCall {
  const call: PendingCall = {
    number: null,
    name: state.rules.nameOf(info.nr),
    nr: info.nr,
    args: info.args,
    instructionPointer: info.instructionPointer,
    enteredNs: now(),
    verdict: 'kernel',
    reserved: 0,
  };
  tracee.pending = call;
  if (shown) enter(tracee, call, info, state);
  return call;
}

/** Puts the entry of a call on the tape. */
function enter(tracee: Tracee, call: PendingCall, info: SyscallInfo, state: TraceState): void {
  call.number = state.nextRow();
  if (call.number === null) return;
  state.listener({
    kind: 'entry',
    call: call.number,
    thread: state.threadOf(tracee),
    name: call.name,
    args: call.args,
    frame: { instructionPointer: info.instructionPointer, stackPointer: info.stackPointer },
    read: state.memoryOf(tracee.pid),
  });
  call.enteredNs = now();
}

function handleExit(tracee: Tracee, info: SyscallInfo, state: TraceState): Reply {
  const call = tracee.pending;
  if (!call) return goOn;
  const elapsedNs = now() - call.enteredNs;
  tracee.pending = null;
  account(tracee, call, info.result, state);
  if (restarts.has(info.result)) {
    // Whether the program sees EINTR is decided by what comes next: a handler, or the call again.
    tracee.open = { call, result: info.result, elapsedNs };
    return goOn;
  }
  tell(tracee, { call, result: info.result, elapsedNs }, false, state);
  return goOn;
}

/** What a result means for the tracer itself. */
function account(tracee: Tracee, call: PendingCall, result: bigint, state: TraceState): void {
  const { budget } = state;
  if (call.name === 'io_setup') {
    budget.settle(
      tracee.space,
      call.reserved,
      call.args,
      result === 0n,
      state.memoryOf(tracee.pid),
    );
    if (budget.exceeded) state.tellLimit('aio-events');
  }
  if (call.name === 'io_destroy' && result === 0n) budget.free(tracee.space, call.args[0] ?? 0n);
  if (installsFilter(call) && result >= 0n) tracee.stepping = true;
}

/** The kernel looks at the lower half of prctl's option only. */
const installsFilter = ({ nr, args }: PendingCall): boolean =>
  nr === seccomp || (nr === prctl && BigInt.asUintN(32, args[0] ?? 0n) === setSeccomp);

const filtersAllThreads = (call: PendingCall): boolean =>
  call.nr === seccomp && ((call.args[1] ?? 0n) & allThreads) !== 0n;

/** Before the filter is there: afterwards it could answer a call of theirs unseen. */
function stepOtherThreads(tracee: Tracee, state: TraceState): void {
  for (const other of state.tracees.values()) {
    if (other.process !== tracee.process || other === tracee || other.stepping) continue;
    other.stepping = true;
    // A thread on its way to the exit stop of a call is stepped from there on.
    if (!other.pending) state.interruptTracee(other.pid);
  }
}

function tell(tracee: Tracee, done: OpenResult, interrupted: boolean, state: TraceState): void {
  if (done.call.number === null) return;
  state.listener({
    kind: 'exit',
    call: done.call.number,
    thread: state.threadOf(tracee),
    name: done.call.name,
    args: done.call.args,
    result: done.result,
    interrupted,
    elapsedNs: done.elapsedNs,
    verdict: done.call.verdict,
    read: state.memoryOf(tracee.pid),
  });
}

/** A handler is about to run: the program sees EINTR; signal(7). */
export function interruptOpenResult(tracee: Tracee, state: TraceState): void {
  if (tracee.open) tell(tracee, tracee.open, true, state);
  tracee.open = null;
}

/** The next call, or the end, shows whether the open one was restarted: same place, same number. */
export function closeOpenResult(tracee: Tracee, state: TraceState, next: SyscallInfo | null): void {
  const { open } = tracee;
  if (!open) return;
  const restarted =
    next !== null &&
    next.nr === open.call.nr &&
    next.instructionPointer === open.call.instructionPointer;
  tell(tracee, open, !restarted && next !== null, state);
  tracee.open = null;
}
