import { syscallName } from '../../decode/syscall-name.ts';
import { parseMappings } from '../../linux/mappings.ts';
import type { MappedCode, Mapping } from '../../decode/unwind/mapped-code.ts';
import type { TraceEvent } from '../../tracer/trace-event.ts';
import type { OutputStream } from '../execution/program-output.ts';
import { recordKinds } from './record-kinds.ts';
import type { RecordReader } from './record-reader.ts';

/** What a record of the agent says: what the tracer of the host would, and what comes beside it. */
export type AgentEvent =
  | TraceEvent
  | { kind: 'output'; stream: OutputStream; bytes: Uint8Array }
  /** the kernel killed this many processes, since memory was used up */
  | { kind: 'killed-for-memory'; count: number }
  | { kind: 'trouble'; text: string };

/** Turns the records of one run into events. */
export class RecordTranslator {
  readonly #ownLineOnly: ReadonlySet<string>;
  readonly #books: readonly string[];
  #mappings: readonly Mapping[] = [];

  /** @param ownLineOnly calls that are shown only if a line of the snippet made them */
  constructor(ownLineOnly: ReadonlySet<string>, books: readonly string[]) {
    this.#ownLineOnly = ownLineOnly;
    this.#books = books;
  }

  /** Nothing for a kind that says nothing by itself. Throws NoRecord. */
  read(kind: number, record: RecordReader): AgentEvent[] {
    switch (kind) {
      case recordKinds.started:
        return [{ kind: 'started' }];
      case recordKinds.maps:
        this.#mappings = parseMappings(record.rest().toString('latin1'));
        return [];
      case recordKinds.entry:
        return [this.#entry(record)];
      case recordKinds.exit:
        return [this.#exit(record)];
      case recordKinds.signal:
        return [this.#signal(record)];
      case recordKinds.output:
        return [
          {
            kind: 'output',
            stream: record.number() === 1 ? 'stderr' : 'stdout',
            bytes: record.rest(),
          },
        ];
      case recordKinds.tooMany:
        return [{ kind: 'limit', limit: 'processes' }];
      case recordKinds.ended:
        return ended(record);
      case recordKinds.trouble:
        return [{ kind: 'trouble', text: record.rest().toString('latin1') }];
      default:
        return [];
    }
  }

  #entry(record: RecordReader): TraceEvent {
    const side = readSide(record);
    const frame = record.frame();
    const captured = record.captured(this.#books);
    const ownLineOnly = this.#ownLineOnly.has(side.name);
    return { kind: 'entry', ...side, frame, code: this.#code(), ownLineOnly, captured };
  }

  #exit(record: RecordReader): TraceEvent {
    const side = readSide(record);
    const result = record.signed();
    const elapsedNs = record.word();
    const verdict = record.word() === 0n ? 'kernel' : 'condition';
    return {
      kind: 'exit',
      ...side,
      result,
      elapsedNs,
      verdict,
      captured: record.captured(this.#books),
    };
  }

  #signal(record: RecordReader): TraceEvent {
    const signal = record.number();
    const frame = record.frame();
    const captured = record.captured(this.#books);
    return { kind: 'signal', signal, frame, code: this.#code(), captured };
  }

  #code(): MappedCode {
    const mappings = this.#mappings;
    return {
      at: (address) => mappings.find(({ start, end }) => address >= start && address < end) ?? null,
    };
  }
}

function readSide(record: RecordReader) {
  const [call, thread, nr] = [record.number(), record.number(), record.number()];
  return { call, thread, name: syscallName(nr), args: record.words(6) };
}

function ended(record: RecordReader): AgentEvent[] {
  const [status, signal, count] = [record.number(), record.number(), record.number()];
  const ending =
    signal === 0 ? ({ kind: 'exited', status } as const) : ({ kind: 'killed', signal } as const);
  return [
    { kind: 'killed-for-memory', count },
    { kind: 'ended', ending, cause: null },
  ];
}
