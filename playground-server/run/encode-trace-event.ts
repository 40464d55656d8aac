import { callSite, signalSite, type Frame, type ProgramText } from '../decode/call-site.ts';
import { decodeArguments, type CallSide } from '../decode/decode-arguments.ts';
import type { ReadMemory } from '../decode/read-memory.ts';
import { signalName } from '../decode/signal-name.ts';
import { decodeErrno } from '../decode/decode-errno.ts';
import { visibleResult } from '../decode/visible-result.ts';
import { aioCalls, type AioCall } from '../protocol/aio-call.ts';
import type { DecodedValue, UnstampedEvent } from '../protocol/index.ts';
import type { RawEntry, RawExit, TraceEvent } from '../tracer/trace-event.ts';

/** Bytes of stack that are searched for the caller: deeper than libaio's wrappers by far. */
const stackBytes = 4096;

type Signal = Extract<TraceEvent, { kind: 'signal' }>;

/** Turns what the tracer saw into events of the contract; one encoder per run. */
export class TraceEncoder {
  readonly #text: ProgramText | null;
  readonly #lines = new Map<number, number | null>();

  /** @param text null when the program has no readable line table: then no call has a line */
  constructor(text: ProgramText | null) {
    this.#text = text;
  }

  entry(raw: RawEntry): UnstampedEvent {
    const line = this.#line(callSite, raw.frame, raw.read);
    this.#lines.set(raw.call, line);
    return {
      kind: 'syscall-entry',
      call: raw.call,
      thread: raw.thread,
      name: raw.name,
      line,
      arguments: argumentsOf(raw, { phase: 'entry' }),
    };
  }

  exit(raw: RawExit): UnstampedEvent {
    const line = this.#lines.get(raw.call) ?? null;
    this.#lines.delete(raw.call);
    const result = visibleResult(raw.result);
    return {
      kind: 'syscall-exit',
      call: raw.call,
      name: raw.name,
      line,
      arguments: argumentsOf(raw, { phase: 'exit', result: raw.result }),
      ...result,
      // A call that the kernel restarts never shows EINTR to the program: its own name is kept.
      errno: raw.interrupted ? result.errno : decodeErrno(raw.result),
      elapsedNs: raw.elapsedNs.toString(),
      verdict: raw.verdict,
    };
  }

  signal(raw: Signal): UnstampedEvent {
    return {
      kind: 'signal',
      name: signalName(raw.signal),
      line: this.#line(signalSite, raw.frame, raw.read),
    };
  }

  #line(site: typeof callSite, at: RawEntry['frame'], read: ReadMemory): number | null {
    if (!this.#text) return null;
    const frame: Frame = { rip: at.instructionPointer, rsp: at.stackPointer, rbp: 0n };
    return site(frame, read(at.stackPointer, stackBytes) ?? new Uint8Array(), this.#text);
  }
}

/** Calls that were refused are shown by name only: their arguments were never looked at. */
function argumentsOf(raw: RawEntry | RawExit, side: CallSide): DecodedValue[] {
  if (!isAioCall(raw.name)) return [];
  return decodeArguments(raw.name, raw.args, raw.read, side);
}

const isAioCall = (name: string): name is AioCall => (aioCalls as readonly string[]).includes(name);
