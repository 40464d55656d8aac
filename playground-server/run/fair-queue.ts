/** A place in the queue, then a slot. */
export interface Admission {
  /** Yields the position (1 is next) whenever it changes; ends when the slot is granted or `leave` was called. */
  positions(): AsyncIterable<number>;
  /** True once a slot was granted. */
  readonly granted: boolean;
  /** Gives the slot or the place back. May be called more than once. */
  leave(): void;
}

/** Why there is no place: the queue is full, or this client already has its share. */
export interface Rejected {
  rejected: 'queue-full' | 'too-many-runs' | 'shutting-down';
  retryAfterSeconds: number;
}
