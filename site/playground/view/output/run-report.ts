import type { LimitName, Limits, Outcome } from '../../../../playground-server/protocol/index.ts';
import { isUnderWay } from '../../client/run-state.ts';
import type { RunState } from '../../client/run-state.ts';
import { bytes, duration } from '../../../words/quantity.ts';
import type { Words } from '../../../words/words.ts';

/** Where the run stands, in the reader's language: what is so, and what to do next. */
export interface RunReport {
  tone: 'quiet' | 'ok' | 'failed' | 'waiting';
  sentence: string;
  /** The line that the sentence names, and the words that name it. */
  place?: { line: number; text: string };
}

/** Says where a run stands. Outcome, rejection and fault have sentences of their own. */
export function runReport(state: RunState, words: Words): RunReport {
  const { phase } = state;
  if (phase.kind === 'idle') return { tone: 'quiet', sentence: '' };
  if (phase.kind === 'finished') return outcomeReport(phase.outcome, state, words);
  if (isUnderWay(state)) {
    const position = phase.kind === 'queued' ? phase.position : 0;
    const kernel = phase.kind === 'booting' ? phase.kernel : '';
    return {
      tone: 'waiting',
      sentence: words.say(`playground.${phase.kind}`, { position, kernel }),
    };
  }
  return { tone: 'failed', sentence: brokenOff(state, words) };
}

function brokenOff({ phase }: RunState, words: Words): string {
  switch (phase.kind) {
    case 'faulted':
      return `${words.say(`fault.${phase.code}`)} ${words.say('fault.intro')}`;
    case 'rejected':
      return words.knows(`problem.${phase.problem.code}`)
        ? words.say(`problem.${phase.problem.code}`, { seconds: phase.retryAfterSeconds ?? 5 })
        : phase.problem.detail;
    case 'unreachable':
      return words.say('playground.unreachable');
    default:
      return words.say('playground.lost');
  }
}

function outcomeReport(outcome: Outcome, state: RunState, words: Words): RunReport {
  switch (outcome.kind) {
    case 'exited':
      return outcome.status === 0
        ? { tone: 'ok', sentence: words.say('outcome.exitedZero') }
        : { tone: 'quiet', sentence: words.say('outcome.exited', { status: outcome.status }) };
    case 'signalled':
      return { tone: 'failed', ...signalled(outcome.signal, state, words) };
    case 'limit-exceeded': {
      const limit = state.limits
        ? limitSentence(outcome.limit, state.limits, words)
        : outcome.limit;
      return { tone: 'failed', sentence: words.say('outcome.limitExceeded', { limit }) };
    }
    case 'not-compiled':
      return { tone: 'failed', sentence: words.say(notCompiled(state)) };
    case 'refused':
      return { tone: 'failed', sentence: words.say('outcome.refused', { ...outcome }) };
    case 'cancelled':
      return { tone: 'quiet', sentence: words.say('outcome.cancelled') };
    case 'crowded-out':
      return { tone: 'failed', sentence: words.say('outcome.crowdedOut') };
  }
}

/** Only some messages belong to a line. */
const notCompiled = ({ diagnostics }: RunState): string =>
  diagnostics.some(({ line }) => line > 0) ? 'outcome.notCompiled' : 'outcome.notLinked';

function signalled(
  signal: string,
  { signals }: RunState,
  words: Words,
): Pick<RunReport, 'sentence' | 'place'> {
  const line = signals.findLast(({ name }) => name === signal)?.line ?? null;
  const place = line === null ? undefined : { line, text: words.say('outcome.line', { line }) };
  const killed = place
    ? words.say('outcome.signalledAtLine', { signal, line: place.text })
    : words.say('outcome.signalled', { signal });
  const advice = `outcome.advice.${signal}`;
  const sentence = words.knows(advice) ? `${killed} ${words.say(advice)}` : killed;
  return { sentence, ...(place && { place }) };
}

function limitSentence(limit: LimitName, limits: Limits, words: Words): string {
  const values = limitValues(limits, words.lang);
  const counted = limit === 'processes' && { count: limits.processes };
  return words.say(`limit.${limit}`, { ...values, ...counted });
}

/** The limits of a run, each with its unit, by the names that the sentences use. */
export function limitValues(limits: Limits, lang: string): Record<string, string> {
  const count = new Intl.NumberFormat(lang);
  return {
    wallTime: duration(limits.wallTimeMs * 1e6, lang),
    cpuTime: duration(limits.cpuTimeMs * 1e6, lang),
    memory: bytes(limits.memoryBytes, lang),
    ...(limits.addressSpaceBytes && { addressSpace: bytes(limits.addressSpaceBytes, lang) }),
    ...(limits.tapeBytes && { tape: bytes(limits.tapeBytes, lang) }),
    processes: count.format(limits.processes),
    openFiles: count.format(limits.openFiles),
    output: bytes(limits.outputBytes, lang),
    tapeCalls: count.format(limits.tapeCalls),
    file: bytes(limits.fileBytes, lang),
    disk: bytes(limits.diskBytes, lang),
    aioEvents: count.format(limits.aioEvents),
  };
}
