import type { LimitName } from '../protocol/index.ts';

/** A command for a fresh compile sandbox: the toolchain read-only, tmpfs on /work (cwd) and /tmp. */
export interface ToolJob {
  argv: string[];
  /** Written into the sandbox before the start; paths are those inside the sandbox. */
  files: { path: string; bytes: Uint8Array }[];
}

export type ToolOutcome =
  | { kind: 'exited'; status: number; stdout: Uint8Array; stderr: Uint8Array }
  | {
      kind: 'limit-exceeded';
      limit: Extract<LimitName, 'wall-time' | 'cpu-time' | 'memory' | 'output'>;
    }
  | { kind: 'cancelled' }
  | Fault;

/** A failure of ours. */
export interface Fault {
  kind: 'faulted';
  /** what a reader is told */
  message: string;
  /** what only the log is told */
  cause?: unknown;
}

/** For whom a tool runs, and until when. */
export interface ToolUse {
  signal: AbortSignal;
  /** whether others may have the processor first */
  isHeavy: boolean;
}

/** Runs one command to completion. Never rejects. */
export type RunTool = (job: ToolJob & ToolUse) => Promise<ToolOutcome>;

/** The stages of a build, by which messages name the one that failed. */
export type Stage = 'cc1' | 'as' | 'ld';

/** A command that becomes a zygote. */
export interface ZygoteJob extends ToolJob {
  stage: Stage;
}

/** A file, or an end of a pipe, that stays open until `fork` has returned. */
export interface Descriptor {
  fd: number;
}

/** What is a snippet's own. */
export interface ChildFiles {
  /** what a zygote's child reads */
  rest: Uint8Array | Descriptor;
  /** where it writes; if absent, what it writes is in its outcome */
  output?: Descriptor;
}

/**
 * A compiler, an assembler or a linker that has started, has read what snippets have in common, and
 * forks for each rest of one (zygote.c).
 */
export interface Zygote {
  /** Whether another should take its place. */
  readonly isSpent: boolean;
  /**
   * Has a child of its own read the rest: its output, and its messages after those that came before.
   * It may be asked before it has started. The wall-time limit starts here. Never rejects.
   */
  fork(files: ChildFiles, use: ToolUse): Promise<ToolOutcome>;
  /** Ends it with the last of its children. */
  discard(): void;
}

/** Starts one; its sandbox gives nobody else the command's standard input. Throws if it cannot. */
export type StartZygote = (job: ZygoteJob) => Zygote;

/** A script of guest/ that stays and answers each line of JSON with another. Its first line is "ready". */
export interface KeptToolJob<Answer> {
  script: string;
  /** a longer answer is not read, and ends the process */
  maxAnswerBytes: number;
  /** Throws if this is not an answer. */
  parse(answer: unknown): Answer;
}

export interface Question {
  question: unknown;
  /** an address; clients take turns */
  client: string;
  signal: AbortSignal;
}

export type Answered<Answer> =
  | { kind: 'answered'; answer: Answer }
  /** The question was too much: there was no answer in time, or none that could be read. */
  | { kind: 'gave-up' }
  /** The questions of others took all the time. */
  | { kind: 'busy' }
  | { kind: 'cancelled' };

/** Answers one question per client at a time. */
export interface KeptTool<Answer> {
  /** Never rejects. */
  ask(question: Question): Promise<Answered<Answer>>;
  close(): void;
}

/** Keeps a script of guest/ on Node, in sandboxes of its own. */
export type KeepTool = <Answer>(job: KeptToolJob<Answer>) => KeptTool<Answer>;

export interface Tools {
  runTool: RunTool;
  keepTool: KeepTool;
  /** Absent if the host cannot spare idle processes; then every compilation starts cold. */
  startZygote?: StartZygote | undefined;
}
