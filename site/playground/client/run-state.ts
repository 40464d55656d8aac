import type {
  Convention,
  DecodedValue,
  Environment,
  Errno,
  FaultCode,
  Limits,
  Outcome,
  Problem,
  Ring,
  RunEventOf,
  Verdict,
} from '../../../playground-server/protocol/index.ts';

/** The state of one call, as far as the tape has seen. */
export type CallStatus =
  | { kind: 'waiting' }
  | {
      kind: 'returned';
      returned: string;
      /** The same as it is written, where that is not in decimal. */
      shown?: string;
      /** The kernel's result: the negated errno on an error. */
      raw: string;
      errno: Errno | null;
      elapsedNs: string;
      verdict: Verdict;
      /** Rules of the conditions that had a part in it, by their places, from 1. */
      rules: readonly number[];
      /** When it returned, in nanoseconds since the run was requested. */
      atNs: number;
      /** The ring of its context at that moment, where that could be read. */
      ring?: Ring;
    }
  /** The run ended before the call returned. */
  | { kind: 'unreturned' };

/** One call on the tape: entry and exit paired by `call`. */
export interface TapeRow {
  call: number;
  thread: number;
  name: string;
  line: number | null;
  arguments: DecodedValue[];
  convention: Convention | null;
  /** When it was made, in nanoseconds since the run was requested. */
  atNs: number;
  status: CallStatus;
}

/** A call that has set errno. */
export type FailedRow = TapeRow & {
  status: Extract<CallStatus, { kind: 'returned' }> & { errno: Errno };
};

export const hasFailed = (row: TapeRow): row is FailedRow =>
  row.status.kind === 'returned' && row.status.errno !== null;

/** The phase of the run. The last five are ends. */
export type RunPhase =
  | { kind: 'idle' }
  | { kind: 'requested' }
  | { kind: 'queued'; position: number }
  | { kind: 'compiling' }
  | { kind: 'booting'; kernel: string }
  | { kind: 'running' }
  | { kind: 'finished'; outcome: Outcome }
  | { kind: 'faulted'; code: FaultCode; message: string }
  | { kind: 'rejected'; problem: Problem; retryAfterSeconds: number | null }
  | { kind: 'unreachable' }
  | { kind: 'connection-lost' };

export type Diagnostic = Omit<RunEventOf<'diagnostic'>, 'kind' | 'seq' | 'atNs'>;
export type SeenSignal = Pick<RunEventOf<'signal'>, 'name' | 'line'>;
export type Untold = Pick<RunEventOf<'untold'>, 'calls' | 'others'>;
export type OutputPiece = Pick<RunEventOf<'output'>, 'stream' | 'text'>;

/** Everything a reader has seen of one run. Never mutated: each event gives a new state. */
export interface RunState {
  phase: RunPhase;
  /** The program was compiled and started: until then nothing can be said of what it does. */
  began: boolean;
  rows: readonly TapeRow[];
  output: readonly OutputPiece[];
  diagnostics: readonly Diagnostic[];
  signals: readonly SeenSignal[];
  /** What is told of the calls after the tape's last; null if it had room for all. */
  untold: Untold | null;
  limits: Limits | null;
  environment: Environment | null;
}

/** The state before anything was requested. */
export const idleRun: RunState = {
  phase: { kind: 'idle' },
  began: false,
  rows: [],
  output: [],
  diagnostics: [],
  signals: [],
  untold: null,
  limits: null,
  environment: null,
};

/** The state of a run that has been requested, before anything has arrived. */
export const requestedRun: RunState = { ...idleRun, phase: { kind: 'requested' } };

const ends: ReadonlySet<RunPhase['kind']> = new Set([
  'finished',
  'faulted',
  'rejected',
  'unreachable',
  'connection-lost',
]);

/** Whether nothing more can arrive for this run. */
export const hasEnded = ({ phase }: Pick<RunState, 'phase'>): boolean => ends.has(phase.kind);

/** Whether a run is in progress, so that it can be cancelled. */
export const isUnderWay = (state: RunState): boolean =>
  state.phase.kind !== 'idle' && !hasEnded(state);
