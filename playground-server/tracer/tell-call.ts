import assert from 'node:assert/strict';
import type { Source, Take } from '../decode/capture/capture-plan.ts';
import type { Captured } from '../decode/capture/captured.ts';
import { frameRegisters } from '../linux/ptrace.ts';
import { readProcessRanges } from '../linux/process-memory.ts';
import { fileOf } from '../linux/proc.ts';
import { takeCaptures, type Standing } from './capture/take-captures.ts';
import type { RawEntry } from './trace-event.ts';
import type { TraceState } from './trace-state.ts';
import type { CallResult, PendingCall, Tracee } from './tracee.ts';

/** Reports the entry of a call, with a number of its own; returns what it reported. */
export function tellEntry(
  tracee: Tracee,
  call: PendingCall,
  ownLineOnly: boolean,
  state: TraceState,
): RawEntry {
  call.number = state.nextCall();
  call.plan = state.rules.captureOf(call.name);
  call.captured = captureCall(tracee, call, null, state);
  const { name, args } = call;
  const entry: RawEntry = {
    kind: 'entry',
    call: call.number,
    thread: tracee.thread,
    name,
    args,
    ...placeOf(tracee, call.instructionPointer),
    ownLineOnly,
    captured: call.captured,
  };
  state.listener.record(entry);
  return entry;
}

/** Reports the end of a call whose entry was reported. */
export function tellExit(
  tracee: Tracee,
  { call, result, elapsedNs }: CallResult,
  state: TraceState,
): void {
  if (call.number === null) return;
  const { name, args, verdict, rules } = call;
  state.listener.record({
    kind: 'exit',
    call: call.number,
    thread: tracee.thread,
    name,
    args,
    captured: captureCall(tracee, call, result, state),
    result,
    elapsedNs,
    verdict,
    rules,
  });
}

function captureCall(
  tracee: Tracee,
  { args, plan, stackPointer }: PendingCall,
  result: bigint | null,
  { rules }: TraceState,
): Captured {
  assert(plan, 'only what is reported is captured');
  const at = { args, result, stackPointer };
  const names = rules.namesFiles && {
    openOn: (descriptor: bigint) => openFile(tracee, descriptor),
  };
  return result === null
    ? capture(tracee, plan.entry, { ...at, ...names }, plan.descriptors)
    : capture(tracee, plan.exit, { ...at, ...names });
}

const openFile = ({ pid, isReaped }: Tracee, descriptor: bigint): string | null =>
  isReaped ? null : fileOf(pid, descriptor);

/** Where a stopped tracee stands. */
export const placeOf = ({ pid, space }: Tracee, instructionPointer: bigint) => ({
  frame: frameRegisters(pid),
  code: space.code.of(pid, instructionPointer),
});

/** Copies what a plan needs from a stopped tracee. */
export function capture(
  { pid, isReaped, space: { notes } }: Tracee,
  takes: readonly Take[],
  at: Omit<Standing, 'notes' | 'read'>,
  descriptors: readonly Source[] = [],
): Captured {
  const read: Standing['read'] = (ranges) =>
    isReaped ? ranges.map(() => new Uint8Array()) : readProcessRanges(pid, ranges);
  return takeCaptures(takes, { ...at, notes, read }, descriptors);
}
