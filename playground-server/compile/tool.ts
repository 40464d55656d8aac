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

/** Runs one command to completion. Never rejects. */
export type RunTool = (job: ToolJob & { signal: AbortSignal }) => Promise<ToolOutcome>;

/** A command, started before it is needed, that waits on its standard input. Used once. */
export interface HeldTool {
  /** Writes `stdin`, closes it and waits for the end; the wall-time limit starts here. */
  release(stdin: Uint8Array, signal: AbortSignal): Promise<ToolOutcome>;
  discard(): void;
}

/**
 * Starts a command now, so that readers need not wait later for its sandbox and its first steps.
 */
export type HoldTool = (job: ToolJob) => HeldTool;

/** A command that stays and answers each line of JSON with another. Its first line is "ready". */
export interface KeptTool {
  /**
   * Sends a question, once the previous one has been answered. Rejects if the command has ended, or
   * does not answer in time, in which case it is ended.
   */
  ask(question: unknown, timeoutMs: number): Promise<unknown>;
  close(): void;
}

/** Starts a script of guest/ on Node in a sandbox of its own. */
export type KeepTool = (script: string) => KeptTool;

export interface Tools {
  runTool: RunTool;
  keepTool: KeepTool;
  /** Absent if the host cannot spare idle processes; then every compilation starts cold. */
  holdTool?: HoldTool | undefined;
}
