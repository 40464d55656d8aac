import { x86_64 } from '../../decode/abi/x86-64.ts';
import { boundMemory } from '../../decode/bounded-memory.ts';
import { stackBytes } from '../../decode/capture/takes.ts';
import type { CallSite, CallSites, Standpoint } from '../../decode/lines/call-sites.ts';
import { decodeArguments, decodeExit, type AtEntry } from '../../decode/decode-arguments.ts';
import { rsp } from '../../decode/unwind/frame.ts';
import { signalName } from '../../decode/signal-name.ts';
import { visibleResult } from '../../decode/visible-result.ts';
import type { RawEntry, RawExit, RawSignal } from '../../tracer/trace-event.ts';
import type { UnstampedRow, UnstampedSignal } from './tape-row.ts';

/** A call on the tape that has not returned yet. */
interface Row {
  call: number;
  /** found at the entry, so that the stack need not be searched again at the exit */
  site: CallSite;
  atEntry: AtEntry;
}

/** Turns the tracer's records into the contract's events; one encoder per run. */
export class TraceEncoder {
  readonly #callSites: CallSites;
  /** by the tracer's own call number */
  readonly #rows = new Map<number, Row>();
  #calls = 0;
  /** Thread numbers on the tape: 1 for the first; others get theirs with their first row. */
  readonly #threads = new Map([[1, 1]]);

  constructor(callSites: CallSites) {
    this.#callSites = callSites;
  }

  /** Where a call was made; null if it is not the reader's. */
  siteOf(raw: RawEntry): CallSite | null {
    const site = this.#callSites.call(standpoint(raw));
    return raw.ownLineOnly && site.line === null ? null : site;
  }

  /** Null if the call is not the reader's. */
  entry(raw: RawEntry): UnstampedRow | null {
    const site = this.siteOf(raw);
    if (site === null) return null;
    const call = ++this.#calls;
    const given = decodeArguments({ ...raw, result: null }, x86_64);
    const atEntry = { arguments: given, captured: raw.captured };
    this.#rows.set(raw.call, { call, site, atEntry });
    return {
      kind: 'syscall-entry',
      call,
      thread: this.#threadOf(raw),
      name: raw.name,
      ...site,
      arguments: given,
    };
  }

  /** Null if its entry was. */
  exit(raw: RawExit): UnstampedRow | null {
    const row = this.#rows.get(raw.call);
    if (!row) return null;
    this.#rows.delete(raw.call);
    const { arguments: args, ring } = decodeExit(raw, x86_64, row.atEntry);
    return {
      kind: 'syscall-exit',
      call: row.call,
      name: raw.name,
      ...row.site,
      arguments: args,
      ...visibleResult(raw.result),
      elapsedNs: raw.elapsedNs.toString(),
      verdict: raw.verdict,
      ...(raw.rules.length > 0 && { rules: [...raw.rules] }),
      ...(ring && { ring }),
    };
  }

  signal(raw: RawSignal): UnstampedSignal {
    return {
      kind: 'signal',
      name: signalName(raw.signal),
      line: this.#callSites.signal(standpoint(raw)),
    };
  }

  #threadOf({ thread }: RawEntry): number {
    const known = this.#threads.get(thread);
    if (known !== undefined) return known;
    const next = this.#threads.size + 1;
    this.#threads.set(thread, next);
    return next;
  }
}

function standpoint({ frame, code, captured }: RawEntry | RawSignal): Standpoint {
  const stack = boundMemory(captured).some(frame[rsp] ?? 0n, stackBytes);
  return { frame, code, stack: stack ?? new Uint8Array() };
}
