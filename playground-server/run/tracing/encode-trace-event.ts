import type { Frame } from '../../decode/call-site.ts';
import type { CallSite, CallSites } from '../../decode/call-sites.ts';
import { decodeArguments, type CallSide } from '../../decode/decode-arguments.ts';
import { SubmittedReads } from '../../decode/submitted-reads.ts';
import { signalName } from '../../decode/signal-name.ts';
import { decodeErrno } from '../../decode/decode-errno.ts';
import { visibleResult } from '../../decode/visible-result.ts';
import { aioCalls, type AioCall } from '../../protocol/aio-call.ts';
import type { DecodedValue, UnstampedEvent } from '../../protocol/index.ts';
import type { RawEntry, RawExit, TraceEvent } from '../../tracer/trace-event.ts';

/** Bytes of stack that are searched for the caller: deeper than libaio's wrappers by far. */
const stackBytes = 4096;

type Signal = Extract<TraceEvent, { kind: 'signal' }>;

/** Turns what the tracer saw into events of the contract; one encoder per run. */
export class TraceEncoder {
  readonly #callSites: CallSites;
  /** Of the calls under way: at its exit the stack is not looked at again. */
  readonly #sites = new Map<number, CallSite>();
  readonly #reads = new SubmittedReads();

  constructor(callSites: CallSites) {
    this.#callSites = callSites;
  }

  entry(raw: RawEntry): UnstampedEvent {
    const site = this.#callSites.call(...placeOf(raw));
    this.#sites.set(raw.call, site);
    return {
      kind: 'syscall-entry',
      call: raw.call,
      thread: raw.thread,
      name: raw.name,
      ...site,
      arguments: this.#argumentsOf(raw, { phase: 'entry' }),
    };
  }

  exit(raw: RawExit): UnstampedEvent {
    const site = this.#sites.get(raw.call) ?? { line: null };
    this.#sites.delete(raw.call);
    const result = visibleResult(raw.result);
    return {
      kind: 'syscall-exit',
      call: raw.call,
      name: raw.name,
      ...site,
      arguments: this.#argumentsOf(raw, { phase: 'exit', result: raw.result }),
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
      line: this.#callSites.signal(...placeOf(raw)),
    };
  }

  /** Calls that were refused are shown by name only: their arguments were never looked at. */
  #argumentsOf(raw: RawEntry | RawExit, side: CallSide): DecodedValue[] {
    if (!isAioCall(raw.name)) return [];
    return decodeArguments(raw.name, raw.args, raw.read, side, this.#reads);
  }
}

function placeOf({ frame, read }: RawEntry | Signal): [Frame, Uint8Array] {
  const { instructionPointer: rip, stackPointer: rsp } = frame;
  return [{ rip, rsp }, read(rsp, stackBytes) ?? new Uint8Array()];
}

const isAioCall = (name: string): name is AioCall => (aioCalls as readonly string[]).includes(name);
