/** What a tracer seizes. Pids are as the server sees them. */
export interface Attachment {
  /** the sandbox's pid 1, which only waits for the program */
  supervisorPid: number;
  /**
   * A program that is already running and waits for its snippet. null: the one that pid 1, still
   * held, is going to fork, and that is followed from its first instruction.
   */
  runningPid: number | null;
}
