import { demandsOf } from '../../protocol/index.ts';
import type { Environment, RunEvent, UnstampedEvent } from '../../protocol/index.ts';
import { reasonOf } from './runner-facts.ts';
import type { RunnerPool } from './runner-pool.ts';
import type { Runner } from './runner.ts';
import { sendRun, type Order } from './send-run.ts';
import { cancelled, timed, type TimedEvent } from '../timed-event.ts';

/** How long a run with a slot may look for a runner: long enough for one to restart. */
export const searchAtMostMs = 20_000;
/** Longest pause before a busy runner is asked again: its slots change faster than its reports. */
const restAtMostMs = 500;

type Attempt =
  | { kind: 'over' }
  /** The reader has not seen anything yet; `fault` is the runner's own, if it sent one. */
  | { kind: 'failed'; why: string; fault?: TimedEvent }
  /** The runner has as many runs of this client as it may have. */
  | { kind: 'share-used'; why: string };

/**
 * Hands a run to the least loaded runner, and to the next one as long as the reader has learned
 * nothing except that the run is waiting. After that, losing the runner is a fault. Never throws.
 * @param environment as already reported to the reader; no other machine may answer in its name
 * @param searchMs how long to look for a runner
 */
export async function* dispatch(
  order: Order,
  environment: Environment,
  pool: RunnerPool,
  searchMs: number,
): AsyncGenerator<TimedEvent> {
  const patience = AbortSignal.timeout(searchMs);
  const demands = demandsOf(order.request);
  const except = new Set<Runner>();
  const full = new Set<Runner>();
  let failed: Exclude<Attempt, { kind: 'over' }> = { kind: 'failed', why: 'none is up' };
  while (!patience.aborted && !order.signal.aborted) {
    const runner = pool.choose({ demands, environment, except: except.union(full) });
    if (!runner) {
      full.clear();
      if (except.size > 0 && pool.runners.every((one) => except.has(one))) break;
      await untilAny(pool.changed, patience, order.signal, AbortSignal.timeout(restAtMostMs));
      continue;
    }
    const attempt = yield* attemptOn(runner, order, except);
    if (attempt.kind === 'over') return;
    failed = attempt;
    if (attempt.kind === 'share-used') full.add(runner);
    else void pool.refresh();
  }
  if (order.signal.aborted) yield timed(cancelled);
  else if (failed.kind === 'share-used') yield* shareUsed(failed.why);
  else yield failed.fault ?? timed(lost(`No runner took the run: ${failed.why}.`));
}

/** The end of a run of a client who has too many: no fault of ours, and none of the runner's. */
function* shareUsed(message: string): Generator<TimedEvent> {
  yield timed({ kind: 'diagnostic', severity: 'warning', line: 0, column: 0, message });
  yield timed(cancelled);
}

/** The fault of a run that no runner has, or no longer has. */
export const lost = (message: string): UnstampedEvent => ({
  kind: 'faulted',
  code: 'runner-lost',
  message: `${message} Run the snippet again.`,
});

async function* attemptOn(
  runner: Runner,
  order: Order,
  except: Set<Runner>,
): AsyncGenerator<TimedEvent, Attempt> {
  const signal = AbortSignal.any([order.signal, runner.lost]);
  const leave = runner.occupy();
  let heard = false;
  let ended = false;
  try {
    const sent = await sendRun(runner.url, { ...order, signal });
    if (sent.kind === 'refused') except.add(runner);
    if (sent.kind === 'busy') runner.rest(Math.min(sent.retryAfterMs, restAtMostMs));
    if (sent.kind === 'share-used') return { kind: 'share-used', why: sent.detail };
    if (sent.kind !== 'events') return { kind: 'failed', why: sent.detail };
    for await (const each of inOurTime(sent.events)) {
      if (!heard && each.event.kind === 'faulted') {
        except.add(runner);
        return { kind: 'failed', why: each.event.message, fault: each };
      }
      if (!heard && isCancelled(each.event)) throw new Error('it is being shut down');
      heard ||= each.event.kind !== 'queued';
      ended = isLast(each.event);
      yield each;
    }
    if (!ended) throw new Error('its answer broke off');
    return { kind: 'over' };
  } catch (error) {
    if (ended) return { kind: 'over' };
    if (order.signal.aborted) return yield* over(cancelled);
    const why = reasonOf(error);
    runner.suspect(why);
    if (heard) return yield* over(lost(`The runner that had the run is gone (${why}).`));
    return { kind: 'failed', why };
  } finally {
    leave();
  }
}

async function* over(last: UnstampedEvent): AsyncGenerator<TimedEvent, Attempt> {
  yield timed(last);
  return { kind: 'over' };
}

/**
 * Converts the runner's events to our time: intervals are the runner's, and its clock is aligned
 * with ours when its first event arrives. `accepted` is dropped, because the reader already has
 * one.
 */
async function* inOurTime(events: AsyncIterable<RunEvent>): AsyncGenerator<TimedEvent> {
  let acceptedNs: bigint | null = null;
  for await (const { seq: _, atNs, ...event } of events) {
    acceptedNs ??= process.hrtime.bigint() - BigInt(atNs);
    if (event.kind === 'accepted') continue;
    yield { event, happenedNs: acceptedNs + BigInt(atNs) };
  }
}

const isLast = ({ kind }: UnstampedEvent) => kind === 'finished' || kind === 'faulted';

const isCancelled = (event: UnstampedEvent) =>
  event.kind === 'finished' && event.outcome.kind === 'cancelled';

/** Resolves with the promise, or when a signal aborts. */
async function untilAny(changed: Promise<void>, ...signals: AbortSignal[]): Promise<void> {
  const any = AbortSignal.any(signals);
  await new Promise<void>((resolve) => {
    if (any.aborted) resolve();
    any.addEventListener('abort', () => resolve(), { once: true });
    void changed.then(resolve);
  });
}
