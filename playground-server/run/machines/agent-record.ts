import type { Captured } from '../../decode/capture/captured.ts';
import type { RegisterFile } from '../../linux/registers.ts';
import type { OutputStream } from '../execution/program-output.ts';
import { recordKinds } from './record-kinds.ts';
import type { RecordReader } from './record-reader.ts';

/** Where a thread has stopped. */
export interface Stopped {
  pid: number;
  /** The agent waits for what the thread is to go on with. */
  asks: boolean;
  registers: RegisterFile;
  captured: Captured;
}

/** What the agent tells; agent/README.md. */
export type AgentRecord =
  | { kind: 'born'; pid: number }
  | { kind: 'became'; former: number; pid: number }
  /** rows of files of /proc, about the stop that is told next */
  | { kind: 'maps' | 'status' | 'limits' | 'counters'; text: string }
  | ({ kind: 'entry' } & Stopped)
  /** on the machine's clock */
  | ({ kind: 'exit'; enteredNs: bigint; leftNs: bigint } & Stopped)
  /** @property code si_code */
  | ({ kind: 'signal'; signal: number; code: number } & Stopped)
  | { kind: 'output'; stream: OutputStream; bytes: Uint8Array }
  /** @property status as wait(2) has it */
  | { kind: 'ended'; pid: number; status: number; cpuSeconds: number }
  | { kind: 'trouble'; errno: number; what: string };

/** Null for a kind that no agent sends at this time. Throws NoRecord. */
export function readRecord(
  kind: number,
  record: RecordReader,
  books: readonly string[],
): AgentRecord | null {
  switch (kind) {
    case recordKinds.born:
      return { kind: 'born', pid: record.number() };
    case recordKinds.became:
      return { kind: 'became', former: record.number(), pid: record.number() };
    case recordKinds.maps:
      return { kind: 'maps', text: record.text() };
    case recordKinds.status:
      return { kind: 'status', text: record.text() };
    case recordKinds.limits:
      return { kind: 'limits', text: record.text() };
    case recordKinds.counters:
      return { kind: 'counters', text: record.text() };
    case recordKinds.entry:
    case recordKinds.exit:
    case recordKinds.signal:
      return readStop(kind, record, books);
    case recordKinds.output:
      return {
        kind: 'output',
        stream: record.number() === 1 ? 'stderr' : 'stdout',
        bytes: record.rest(),
      };
    case recordKinds.ended: {
      const [pid, status, cpuSeconds] = [record.number(), record.number(), record.number()];
      return { kind: 'ended', pid, status, cpuSeconds };
    }
    case recordKinds.trouble:
      return { kind: 'trouble', errno: record.number(), what: record.text() };
    default:
      return null;
  }
}

function readStop(kind: number, record: RecordReader, books: readonly string[]): AgentRecord {
  const [pid, asks, first, second] = [
    record.number(),
    record.number() !== 0,
    record.word(),
    record.word(),
  ];
  const stopped = { pid, asks, registers: record.registers(), captured: record.captured(books) };
  switch (kind) {
    case recordKinds.exit:
      return { kind: 'exit', enteredNs: first, leftNs: second, ...stopped };
    case recordKinds.signal:
      return {
        kind: 'signal',
        signal: Number(BigInt.asUintN(32, first)),
        code: Number(BigInt.asIntN(32, second)),
        ...stopped,
      };
    default:
      return { kind: 'entry', ...stopped };
  }
}

/** Why a machine cannot go on. */
export const troubleText = ({ what, errno }: Extract<AgentRecord, { kind: 'trouble' }>): string =>
  `${what}: errno ${errno}`;
