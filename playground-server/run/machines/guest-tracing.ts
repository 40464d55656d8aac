import type { Captured } from '../../decode/capture/captured.ts';
import { isCaught, parseSignalSets } from '../../linux/proc.ts';
import { argumentsIn, frameIn } from '../../linux/registers.ts';
import { interrupted, isRestart } from '../../tracer/restart-result.ts';
import type { RawExit, TraceEvent } from '../../tracer/trace-event.ts';
import { AnswerRules } from '../../tracer/answers/answer-rules.ts';
import { broughtToEnd, collectedBy, endedEarly, madeAgain } from '../../tracer/wait-again.ts';
import { ignoredByDefault, wokenInVain } from '../../tracer/woken-in-vain.ts';
import type { OutputStream } from '../execution/program-output.ts';
import { troubleText, type AgentRecord, type Stopped } from './agent-record.ts';
import { askFor, withEvents } from './guest-answers.ts';
import {
  goOnWith,
  guestCall,
  isContinuation,
  isSameCall,
  joined,
  lentTimeout,
  resultIn,
  rule,
  skipped,
  type GuestCall,
  type OpenCall,
} from './guest-call.ts';
import {
  endingOf,
  GuestLimits,
  killedForMemory,
  lacksAddresses,
  mappedCode,
  type GuestRules,
} from './guest-rules.ts';
import type { Step } from './steps.ts';

/** What the records of the agent mean: what the tracer of the host would tell, and what comes beside it. */
export type AgentEvent =
  | TraceEvent
  | { kind: 'output'; stream: OutputStream; bytes: Uint8Array }
  /** the agent waits for these steps, before it has a thread go on */
  | { kind: 'answer'; steps: readonly Step[] }
  /** the kernel killed this many processes, since memory was used up */
  | { kind: 'killed-for-memory'; count: number }
  | { kind: 'trouble'; text: string };

type RecordOf<K extends AgentRecord['kind']> = Extract<AgentRecord, { kind: K }>;

interface Thread {
  /** number within the run */
  number: number;
  call: GuestCall | null;
  open: OpenCall | null;
}

/** Follows one program by what its agent tells: what tracer/ does about one of this host. */
export class GuestTracing {
  readonly #rules: GuestRules;
  readonly #limits: GuestLimits;
  readonly #answers: AnswerRules;
  readonly #threads = new Map<number, Thread>();
  /** Texts of files of /proc, about the stop that comes next. */
  readonly #texts = { maps: '', status: '', limits: '', counters: '' };
  #code = mappedCode('');
  #mainPid: number | null = null;
  #hasStarted = false;
  #calls = 0;
  #born = 0;

  constructor(rules: GuestRules) {
    this.#rules = rules;
    this.#limits = new GuestLimits(rules);
    this.#answers = new AnswerRules(rules.refusals, rules.answers);
  }

  read(record: AgentRecord): AgentEvent[] {
    switch (record.kind) {
      case 'maps':
        this.#code = mappedCode(record.text);
        return [];
      case 'status':
      case 'limits':
      case 'counters':
        this.#texts[record.kind] = record.text;
        return [];
      case 'born':
        this.#threadOf(record.pid);
        return this.#threads.size > this.#rules.mostThreads
          ? [{ kind: 'limit', limit: 'processes' }]
          : [];
      case 'became':
        return this.#became(record);
      case 'entry':
        return this.#entry(record);
      case 'exit':
        return this.#exit(record);
      case 'signal':
        return this.#signal(record);
      case 'output':
        return [record];
      case 'ended':
        return this.#ended(record);
      case 'trouble':
        return [{ kind: 'trouble', text: troubleText(record) }];
    }
  }

  #threadOf(pid: number): Thread {
    const thread = this.#threads.get(pid) ?? { number: ++this.#born, call: null, open: null };
    this.#threads.set(pid, thread);
    return thread;
  }

  /** Of one that calls execve(2), only the number stays. The first to do so is the program. */
  #became({ former, pid }: RecordOf<'became'>): AgentEvent[] {
    const { number, call } = this.#threadOf(former);
    this.#threads.delete(former);
    this.#threads.set(pid, { number, call: null, open: null });
    if (this.#hasStarted) return call === null ? [] : [becameExit(call, number)];
    this.#hasStarted = true;
    this.#mainPid = pid;
    return [{ kind: 'started' }];
  }

  #entry(record: RecordOf<'entry'>): AgentEvent[] {
    const thread = this.#threadOf(record.pid);
    const { open } = thread;
    thread.open = null;
    // The program knows of one call only, and so does the tape.
    if (open !== null && isSameCall(open.call, record)) {
      thread.call = open.call;
      return answerTo(record, ruledSteps(open.call, argumentsIn(record.registers), record));
    }
    thread.call = null;
    if (isContinuation(record.registers)) return answerTo(record, []);
    const call = guestCall(++this.#calls, record);
    thread.call = call;
    const { number, name, args } = call;
    // An end without its beginning is told to nobody.
    const isTold = !this.#rules.followed.has(name);
    const ownLineOnly = this.#rules.ownLineOnly.has(name);
    const side = { call: number, thread: thread.number, name, args };
    const entry = { kind: 'entry', ...side, ...this.#placeOf(record), ownLineOnly } as const;
    if (this.#answers.concern(name) && (!isTold || this.#rules.isReaders(entry)))
      rule(call, this.#answers.ofCall(name));
    const answer = answerTo(record, ruledSteps(call, call.asked, record));
    return [...(open ? [open.exit] : []), ...(isTold ? [entry] : []), ...answer];
  }

  #exit(record: RecordOf<'exit'>): AgentEvent[] {
    const thread = this.#threadOf(record.pid);
    const { call } = thread;
    thread.call = null;
    if (call === null) return answerTo(record, []);
    const { errno } = call.ruling;
    call.enteredNs ??= record.enteredNs;
    const told = { call, thread, elapsedNs: record.leftNs - call.enteredNs };
    if (errno !== null) {
      const exit = rawExit(told, BigInt(-errno), record.captured);
      return [exit, ...answerTo(record, skipped(record, errno))];
    }
    const result = resultIn(record.registers);
    const again = record.asks ? this.#again(record, told, result) : null;
    if (again !== null) return answerTo(record, again);
    const captured = joined(call.collectedParts, record.captured);
    const hasOthers = call.asked !== call.args && !isRestart(result);
    const end = call.collected !== null || hasOthers ? broughtToEnd(call, result) : null;
    const steps = end ? goOnWith(record, end) : [];
    const given = end?.result ?? result;
    call.collected = null;
    if (!isRestart(given)) {
      const exit = rawExit(told, given, captured);
      if (lacksAddresses(exit, this.#texts)) exit.verdict = 'address-space';
      const ruled = this.#asRuled(record.pid, exit);
      return [ruled.exit, ...answerTo(record, [...ruled.steps, ...steps])];
    }
    thread.open = { call, by: 'kernel', exit: rawExit(told, interrupted, captured) };
    return answerTo(record, steps);
  }

  #asRuled(pid: number, exit: RawExit) {
    return withEvents(pid, exit, this.#answers.ofEvents(exit.name, exit.result));
  }

  /** What makes a wait again that a signal ended which the program ignores; null if none did. */
  #again(record: RecordOf<'exit'>, told: Told, result: bigint): Step[] | null {
    const { call, thread, elapsedNs } = told;
    const isInVain = wokenInVain(parseSignalSets(this.#texts.status));
    const lent = lentTimeout(record.pid, call, elapsedNs);
    if (!endedEarly(call, result) || !isInVain || lent === null) return null;
    const collected = collectedBy(call, result);
    const steps = [...lent.steps, ...goOnWith(record, madeAgain(call, collected, lent.argument))];
    call.collected = collected;
    const captured = joined(call.collectedParts, record.captured);
    call.collectedParts = captured.ranges;
    const { result: given } = broughtToEnd(call, interrupted);
    thread.open = { call, by: 'server', exit: rawExit(told, given, captured) };
    return steps;
  }

  #signal(record: RecordOf<'signal'>): AgentEvent[] {
    const { signal } = record;
    const thread = this.#threadOf(record.pid);
    const { open } = thread;
    this.#limits.note(record, this.#texts.limits);
    const isIgnored = ignoredByDefault.has(signal);
    const sets = parseSignalSets(this.#texts.status);
    const isHandled = (open !== null || isIgnored) && isCaught(sets, signal);
    const events: AgentEvent[] = [];
    // Whether or not it is caught or ignored, the time is used up.
    if (this.#limits.cpuLimitStruck) events.push({ kind: 'limit', limit: 'cpu-time' });
    if (isHandled || !isIgnored) events.push({ kind: 'signal', signal, ...this.#placeOf(record) });
    if (!isHandled || open === null) return [...events, ...answerTo(record, keptAsItIs)];
    // A handler is about to run, so the program sees the result of its call.
    thread.open = null;
    const end = broughtToEnd(open.call, interrupted);
    const { exit, steps } = this.#asRuled(record.pid, open.exit);
    const back = open.by === 'server' ? goOnWith(record, end) : [];
    return [...events, exit, ...answerTo(record, [...steps, ...back])];
  }

  #ended(record: RecordOf<'ended'>): AgentEvent[] {
    this.#threads.delete(record.pid);
    const ending = endingOf(record.status);
    const count = killedForMemory(this.#texts.counters);
    const cause = this.#limits.causeOf(ending, record, {
      hasStarted: this.#hasStarted,
      isOutOfMemory: count > 0,
    });
    const isProgram = this.#mainPid === null || record.pid === this.#mainPid;
    // A limit that ends a process ends the run: what the others do next is due to it.
    if (!isProgram) return cause?.kind === 'limit' ? [cause] : [];
    if (!this.#hasStarted && cause === null)
      return [{ kind: 'trouble', text: 'the program did not start' }];
    return [
      { kind: 'killed-for-memory', count },
      { kind: 'ended', ending, cause },
    ];
  }

  #placeOf({ registers, captured }: Stopped) {
    return { frame: frameIn(registers), code: this.#code, captured };
  }
}

interface Told {
  call: GuestCall;
  thread: Thread;
  elapsedNs: bigint;
}

function rawExit(
  { call: { number, name, args, asked, ruling }, thread, elapsedNs }: Told,
  result: bigint,
  captured: Captured,
): RawExit {
  const side = { call: number, thread: thread.number, name, args };
  const isRuled = ruling.errno !== null || asked !== args;
  const answered = isRuled
    ? ({ verdict: 'condition', rules: ruling.rules } as const)
    : ({ verdict: 'kernel', rules: [] } as const);
  return { kind: 'exit', ...side, captured, result, elapsedNs, ...answered };
}

/** What a thread at the entry of a call goes on with, where the agent asks. */
function ruledSteps({ ruling }: GuestCall, args: readonly bigint[], record: Stopped): Step[] {
  if (!record.asks) return [];
  return ruling.errno === null ? askFor(record, args) : skipped(record, ruling.errno);
}

/** execve(2) returns 0 to the program that the process has become, which has other memory. */
const becameExit = (call: GuestCall, number: number): RawExit =>
  rawExit({ call, thread: { number, call, open: null }, elapsedNs: 0n }, 0n, nothingCaptured);

const nothingCaptured: Captured = { ranges: [], notes: [] };

const keptAsItIs: readonly Step[] = [];

const answerTo = ({ asks }: Stopped, steps: readonly Step[]): AgentEvent[] =>
  asks ? [{ kind: 'answer', steps }] : [];
