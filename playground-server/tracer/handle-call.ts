import { addressSpaceBytes, processLimit } from '../linux/proc.ts';
import { setArguments, skipCall, type SyscallInfo } from '../linux/ptrace.ts';
import { errnos } from '../uapi/errno-table.ts';
import type { PolicyAction } from '../sandbox/policy/policy.ts';
import { noRuling } from './answers/answer-rules.ts';
import { endAsRuled } from './answers/end-as-ruled.ts';
import { shortened } from './answers/shorten-call.ts';
import { isAddressSpaceFull } from './address-space-is-full.ts';
import { judge } from './judge.ts';
import { isOnlyWatched } from './only-watched.ts';
import { repeatedCall } from './open-call.ts';
import { endRepeat, repeatsCall } from './repeat-call.ts';
import { interrupted, isRestart } from './restart-result.ts';
import { goOn, type Reply, type StopOf } from './stop.ts';
import { tellEntry, tellExit } from './tell-call.ts';
import type { TraceState } from './trace-state.ts';
import type { CallResult, PendingCall, Tracee } from './tracee.ts';
import { unlessGone } from './unless-gone.ts';

/** Handles a stop at one side of a system call. */
export function handleCallStop(stop: StopOf<'call'>, state: TraceState): Reply {
  const tracee = state.tracees.get(stop.pid);
  if (tracee) return handleSide(tracee, stop, state);
  refuseSupervisor(stop, state);
  return goOn;
}

/** The sandbox's pid 1 is nobody's program, but has the same policy. */
function refuseSupervisor({ pid, info }: StopOf<'call'>, { rules }: TraceState): void {
  if (info.op !== 'seccomp') return;
  const action = rules.actionOf(info.nr, info.args);
  if (action === 'refuse' || action === 'unbounded') skipCall(pid, BigInt(-errnos.EPERM));
}

/** Asks again about the calls that had to wait. */
export function askAgain(state: TraceState): void {
  for (const tracee of [...state.waiting]) {
    const call = tracee.pending;
    if (!call) continue;
    unlessGone(() => {
      if (decide(tracee, call, state) !== goOn) return;
      state.waiting.delete(tracee);
      enterNow(tracee);
      state.resumeTracee(tracee.pid);
    });
  }
}

/** A thread is about to go on: what was done before does not belong to the time of its call. */
export function enterNow({ pending }: Tracee): void {
  if (pending && !pending.isRepeated) pending.enteredNs = process.hrtime.bigint();
}

function handleSide(tracee: Tracee, stop: StopOf<'call'>, state: TraceState): Reply {
  const { info } = stop;
  switch (info.op) {
    case 'entry':
      handleEntry(tracee, info, state);
      return goOn;
    case 'seccomp':
      return handleFiltered(tracee, info, state);
    case 'exit':
      handleExit(tracee, stop, state);
      return goOn;
    case 'none':
      return goOn;
  }
}

/**
 * Only stepped tracees stop here: their own filter may answer, in which case ours is never asked.
 */
function handleEntry(tracee: Tracee, info: SyscallInfo, state: TraceState): void {
  tracee.pending = repeatedCall(tracee, state, info);
  if (tracee.pending) return;
  const action = state.rules.actionOf(info.nr, info.args);
  // A refused call is reported only if our filter is asked.
  if (action !== 'refuse' && action !== 'unbounded') begin(tracee, info, action, state);
}

/** Our filter picked the call: it is shown, watched or refused. */
function handleFiltered(tracee: Tracee, info: SyscallInfo, state: TraceState): Reply {
  tracee.pending ??= repeatedCall(tracee, state, info);
  if (tracee.pending?.isRepeated) return goOn;
  const action = state.rules.actionOf(info.nr, info.args);
  return decide(tracee, tracee.pending ?? begin(tracee, info, action, state), state);
}

function decide(tracee: Tracee, call: PendingCall, state: TraceState): Reply {
  const answer = judge({ call, tracee, state }, state.rules.actionOf(call.nr, call.args));
  if (answer === 'later') {
    state.waiting.add(tracee);
    return { kind: 'none' };
  }
  if (answer === null) {
    askForLess(tracee.pid, call);
    return goOn;
  }
  if (call.number === null) tellEntry(tracee, call, false, state);
  call.verdict = answer.verdict;
  if (answer.verdict === 'condition') call.rules = call.ruling.rules;
  skipCall(tracee.pid, BigInt(-answer.errno));
  return goOn;
}

/** Has the kernel be asked for as little as a rule says. */
function askForLess(pid: number, call: PendingCall): void {
  const { most } = call.ruling;
  if (most === null) return;
  call.asked = shortened(call.name, call.args, most);
  if (call.asked === call.args) return;
  call.verdict = 'condition';
  call.rules = call.ruling.rules;
  setArguments(pid, call.asked);
}

function begin(
  tracee: Tracee,
  info: SyscallInfo,
  action: PolicyAction,
  state: TraceState,
): PendingCall {
  const { nr, args, instructionPointer, stackPointer } = info;
  const name = state.rules.nameOf(nr);
  const call: PendingCall = {
    number: null,
    name,
    nr,
    args,
    asked: args,
    ruling: noRuling,
    rules: [],
    plan: null,
    captured: null,
    instructionPointer,
    stackPointer,
    enteredNs: 0n,
    verdict: 'kernel',
    isRepeated: false,
    collected: null,
  };
  tracee.pending = call;
  if (action === 'watch') return call;
  const ownLineOnly = action === 'show-own' || action === 'watch-own';
  const entry = action === 'follow' ? null : tellEntry(tracee, call, ownLineOnly, state);
  if (state.answers.concern(name) && (entry === null || state.rules.isReaders(entry)))
    call.ruling = state.answers.ofCall(name);
  return call;
}

const lacksAddresses = (pid: number, { call: { name, args }, result }: CallResult): boolean =>
  isAddressSpaceFull({ name, args, result }, () => ({
    mostBytes: processLimit(pid, 'Max address space'),
    mappedBytes: addressSpaceBytes(pid),
  }));

function handleExit(
  tracee: Tracee,
  { info: { result }, heardNs }: StopOf<'call'>,
  state: TraceState,
): void {
  const call = tracee.pending;
  if (!call) return;
  const done = { call, result, elapsedNs: heardNs - call.enteredNs };
  tracee.pending = null;
  if (repeatsCall(tracee.pid, done)) {
    tracee.open = { ...done, result: interrupted, by: 'tracer' };
    return;
  }
  done.result = endRepeat(tracee.pid, call, result);
  state.hooks.of(call.name)?.after?.({ call, tracee, state }, done.result);
  if (isRestart(done.result)) {
    tracee.open = { ...done, result: interrupted, by: 'kernel' };
    return;
  }
  if (isOnlyWatched(tracee.pid, done)) call.verdict = 'watched';
  if (call.number !== null && lacksAddresses(tracee.pid, done)) call.verdict = 'address-space';
  endAsRuled(tracee, done, state);
  tellExit(tracee, done, state);
}
