import { requestRun } from '../../../../playground-server/protocol/client/request-run.ts';
import type { AnswerRule, RunRequest } from '../../../../playground-server/protocol/index.ts';
import {
  isRulableFileCall,
  mostAnswerRules,
} from '../../../../playground-server/protocol/rulable-call.ts';
import type { ErrnoTable } from '../../../facts/errno-table.ts';
import { requestedRun, type RunState } from '../run-state.ts';
import { statesOf } from '../run-states.ts';
import { failuresOf, type Failure } from './failures.ts';
import { fateOf, type Fate } from './fate-of.ts';
import { whenPatienceEnds } from './patience.ts';

/** A failure, and what the program made of it; null while it was not tried. */
export interface Trial {
  failure: Failure;
  fate: Fate | null;
}

/** How far it has come; "over" when nothing more is tried. */
export interface Provocation {
  trials: readonly Trial[];
  isOver: boolean;
  /** The run as it is, if the program was not started: so nothing can be tried on it. */
  neverBegan?: RunState;
}

/** All failures together, in ms; what is left then is not tried. */
const mostMs = 5000;
/** A program hangs that takes so much longer than without the failure, in ms. */
const patienceMs = { least: 300, times: 3 };

/**
 * Runs a program on the kernel of the machine that serves, first as it is, then once for each of its
 * plausible failures, one run after the other. Ends where `signal` is aborted.
 */
export async function* provoke(
  fetchFrom: typeof fetch,
  request: RunRequest,
  errnos: ErrnoTable,
  signal: AbortSignal,
): AsyncGenerator<Provocation> {
  const onHost = withFiles(ofHost(request));
  const before = await lastOf(fetchFrom, onHost, mostMs, signal);
  if (!before.state.began) return yield { trials: [], isOver: true, neverBegan: before.state };
  const failures = failuresOf(before.state.rows, errnos);
  let trials: readonly Trial[] = failures.map((failure) => ({ failure, fate: null }));
  yield { trials, isOver: trials.length === 0 };
  const untilMs = performance.now() + mostMs;
  for (const failure of failures.toSorted((a, b) => a.turn - b.turn)) {
    const leftMs = untilMs - performance.now();
    if (signal.aborted || leftMs < 0) break;
    const patience = Math.min(leftMs, Math.max(patienceMs.least, patienceMs.times * before.tookMs));
    const run = await lastOf(fetchFrom, withRule(onHost, failure.rule), patience, signal);
    const fate = fateOf(run.state, before.state, run.wasStopped);
    trials = trials.with(failures.indexOf(failure), { failure, fate });
    yield { trials, isOver: false };
  }
  yield { trials, isOver: true };
}

/**
 * The same request with one more rule, which comes before those that the reader has, and with a tape
 * that has the call.
 */
export function withRule(request: RunRequest, rule: AnswerRule): RunRequest {
  const { conditions } = request;
  const answer = [rule, ...(conditions?.answer ?? []).slice(0, mostAnswerRules - 1)];
  const asked = { ...request, conditions: { ...conditions, answer } };
  return isRulableFileCall(rule.call) ? withFiles(asked) : asked;
}

/** Has the calls on files told, too. */
const withFiles = (request: RunRequest): RunRequest =>
  request.tape === 'all' ? request : { ...request, tape: 'files' };

/** Its own kernel would have to be booted for each run. */
function ofHost({ kernel: _, conditions, ...request }: RunRequest): RunRequest {
  const { user: __, ...others } = conditions ?? {};
  return Object.keys(others).length > 0 ? { ...request, conditions: others } : request;
}

/** The last state of a run, how long its program had, and whether it was stopped after so many ms. */
async function lastOf(
  fetchFrom: typeof fetch,
  request: RunRequest,
  patience: number,
  signal: AbortSignal,
): Promise<{ state: RunState; tookMs: number; wasStopped: boolean }> {
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  let state = requestedRun;
  let end: (() => void) | undefined;
  let begunMs = performance.now();
  for await (state of statesOf(() => requestRun(fetchFrom, request, either), requestedRun))
    if (!state.began) begunMs = performance.now();
    else end ??= whenPatienceEnds(patience, () => stop.abort());
  end?.();
  return { state, tookMs: performance.now() - begunMs, wasStopped: stop.signal.aborted };
}
