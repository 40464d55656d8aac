import type { LineRegion } from '../../snippet/line-region.ts';
import type { AnswerRule, LimitName, Limits, Tape } from '../../protocol/index.ts';
import type { Ending } from '../../tracer/stop.ts';
import type { CallRules } from '../../sandbox/policy/action-of.ts';
import type { Attachment } from '../../tracer/attachment.ts';
import type { EndingCause } from '../../tracer/trace-event.ts';
import type { SentRules } from './sent-rules.ts';
import type { EncodedRow } from './tape-row.ts';
import type { UntoldPlace } from './untold-calls.ts';
import type { OutputStream } from '../execution/program-output.ts';

/** How to find the lines of a snippet's calls. */
export type CallPlaces =
  /** by the program's ELF image, and those of libraries, which are files below `libraryRoot` */
  | {
      kind: 'line-table';
      image: Uint8Array;
      regions: readonly LineRegion[];
      libraryRoot: string;
    }
  /** by what the snippet's bindings pass with each call; it has `lineCount` lines, and none beyond is told */
  | { kind: 'marks'; mark: bigint; lineCount: number };

/** What a run may do, as sent to the thread that traces it. */
export interface RunRules {
  /** of the policy, by call number */
  actions: CallRules;
  /** the calls that are told */
  tape: Tape;
  limits: Limits;
  refusals: ReadonlyMap<string, number>;
  answers: readonly AnswerRule[];
  /** fs.aio-max-nr, beyond which the kernel itself refuses */
  aioMaxNr: number;
  /** characters of JSON of all events together */
  maxTapeLength: number;
}

/** A run as sent to the thread that traces it. */
export interface TraceJob extends RunRules {
  attachment: Attachment;
  places: CallPlaces;
  stdoutFd: number;
  stderrFd: number;
  /** for ReadingLock: the main thread reads the same pipes */
  readingLock: SharedArrayBuffer;
  /** for UntoldCounter: the main thread reads the numbers */
  untold: SharedArrayBuffer;
}

/** What the thread receives of it. */
export type SentJob = Omit<TraceJob, 'actions'> & { actions: SentRules };

/** Messages from the tracing thread, in order. */
export type TraceMessage =
  /** The program may be released. */
  | { kind: 'attached' }
  | { kind: 'started' }
  | { kind: 'rows'; rows: EncodedRow[] }
  | { kind: 'output'; stream: OutputStream; bytes: Uint8Array; happenedNs: bigint }
  /** The next place whose calls are only counted. */
  | { kind: 'untold'; place: UntoldPlace }
  | { kind: 'limit'; limit: LimitName }
  | { kind: 'ended'; ending: Ending; cause: EndingCause | null }
  /** No tracee is left; the thread can take another run. */
  | { kind: 'done' }
  /** `message` is for readers; an errno would not survive being sent between threads. */
  | { kind: 'failed'; message: string; error: unknown }
  /** Reported on behalf of the thread, which no longer can. */
  | { kind: 'thread-ended' };
