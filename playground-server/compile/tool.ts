import type { LimitName } from '../protocol/index.ts';

/** A command for a fresh compile sandbox: the toolchain read-only, tmpfs on /work (cwd) and /tmp. */
export interface ToolJob {
  argv: string[];
  /** Put into the sandbox before the start; paths inside the sandbox. */
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
  /** what the log is told beside it */
  cause?: unknown;
}

/** Runs one command to its end. Never rejects. */
export type RunTool = (job: ToolJob & { signal: AbortSignal }) => Promise<ToolOutcome>;

/** A command that was started ahead of need and waits on its standard input. Used once. */
export interface HeldTool {
  /** Writes `stdin`, closes it, and waits for the end; the wall-time limit counts from here. */
  release(stdin: Uint8Array, signal: AbortSignal): Promise<ToolOutcome>;
  discard(): void;
}

/** Starts a command now, so that its sandbox and its first steps cost the reader nothing later. */
export type HoldTool = (job: ToolJob) => HeldTool;

/** A command that stays, and answers each line of JSON with one. Its first line is "ready". */
export interface KeptTool {
  /**
   * Sends a question once the last one was answered. Rejects when the command ended, or did not
   * answer in time, after which it is at its end.
   */
  ask(question: unknown, timeoutMs: number): Promise<unknown>;
  close(): void;
}

/** Starts a script of guest/ on Node in a sandbox of its own. */
export type KeepTool = (script: string) => KeptTool;

export interface Tools {
  runTool: RunTool;
  keepTool: KeepTool;
  /** Absent where the host cannot spare idle processes: every compilation then starts cold. */
  holdTool?: HoldTool | undefined;
}
