/** A place in the queue, then a slot. */
export interface Admission {
  /** the client whose place it is: an address */
  readonly client: string;
  /**
   * Yields the position (1 is next) whenever it changes; ends when the slot is granted, or the place
   * is lost or given up.
   */
  positions(): AsyncIterable<number>;
  /**
   * Whether the client has held slots most of the time of late, while another has not: its run lets
   * others have the processor.
   */
  readonly isHeavy: boolean;
  /** True once a slot was granted. */
  readonly granted: boolean;
  /** True once the place went to a client who had none. */
  readonly crowdedOut: boolean;
  /** Gives the slot or the place back. May be called more than once. */
  leave(): void;
}

/** Why there is no place: the queue is full, this client has its share, or nothing could run it. */
export interface Rejected {
  rejected: 'queue-full' | 'too-many-runs' | 'shutting-down' | 'not-ready';
  retryAfterSeconds: number;
  /** number of waiting runs, if the queue is full */
  waiting?: number;
}
