import assert from 'node:assert/strict';
import { Turns } from './turns.ts';

/** A place in the queue, then a slot. */
export interface Admission {
  /** the client whose place it is: an address */
  readonly client: string;
  /**
   * Yields the position (1 is next) whenever it changes; ends when the slot is granted or `leave`
   * is called.
   */
  positions(): AsyncIterable<number>;
  /** True once a slot was granted. */
  readonly granted: boolean;
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

export interface FairQueueBounds {
  /** Runs at once. After a change, call `settle`. */
  slots: number;
  /** Runs of all clients together that may wait. */
  waiting: number;
  /** Runs of one client, waiting and running together. */
  perClient: number;
}

interface Ticket {
  client: string;
  state: 'waiting' | 'granted' | 'left';
}

/** Most snippets finish within a second; a longer guess would keep readers away for nothing. */
const secondsPerRun = 1;
const longestRetrySeconds = 60;
/** Rough duration of a server restart. */
const restartSeconds = 10;

/**
 * Slots that clients share by taking turns, not in the order of arrival: a client with sixteen
 * waiting runs delays another's first run by one run, not by sixteen. One queue per engine.
 */
export class FairQueue {
  readonly #bounds: FairQueueBounds;
  readonly #waiting = new Turns<Ticket>();
  /** Runs of each client, waiting and running. */
  readonly #inside = new Map<string, number>();
  #running = 0;
  #closing = false;
  #change = Promise.withResolvers<void>();

  constructor(bounds: FairQueueBounds) {
    this.#bounds = bounds;
  }

  /** Grants a slot if one is free, else a place in the queue; else says why there is none. */
  admit(client: string): Admission | Rejected {
    return this.#refusal(client) ?? this.#enter(client);
  }

  /**
   * Call after each arrival, departure and change of slots: grants free slots, and reports new
   * positions.
   */
  settle(): void {
    while (this.#running < this.#bounds.slots) {
      const ticket = this.#waiting.next();
      if (!ticket) break;
      ticket.state = 'granted';
      this.#running += 1;
    }
    this.#change.resolve();
    this.#change = Promise.withResolvers();
  }

  occupancy(): { running: number; waiting: number } {
    return { running: this.#running, waiting: this.#waiting.size };
  }

  /** Refuses newcomers; those inside keep their places. Resolves when all have left. */
  async close(): Promise<void> {
    this.#closing = true;
    while (this.#inside.size > 0) await this.#change.promise;
  }

  #refusal(client: string): Rejected | null {
    const own = this.#inside.get(client) ?? 0;
    const waiting = this.#waiting.size;
    if (this.#closing) return { rejected: 'shutting-down', retryAfterSeconds: restartSeconds };
    if (own >= this.#bounds.perClient) return this.#refuse('too-many-runs', own);
    if (this.#running < this.#bounds.slots || waiting < this.#bounds.waiting) return null;
    return { ...this.#refuse('queue-full', waiting), waiting };
  }

  #refuse(rejected: Rejected['rejected'], runsAhead: number): Rejected {
    const seconds = Math.ceil((runsAhead * secondsPerRun) / this.#bounds.slots);
    return { rejected, retryAfterSeconds: Math.min(longestRetrySeconds, Math.max(1, seconds)) };
  }

  #enter(client: string): Admission {
    const ticket: Ticket = { client, state: 'waiting' };
    this.#inside.set(client, (this.#inside.get(client) ?? 0) + 1);
    this.#waiting.add(client, ticket);
    this.settle();
    return {
      client,
      positions: () => this.#positions(ticket),
      get granted() {
        return ticket.state === 'granted';
      },
      leave: () => this.#leave(ticket),
    };
  }

  #leave(ticket: Ticket): void {
    if (ticket.state === 'left') return;
    if (ticket.state === 'granted') this.#running -= 1;
    else this.#waiting.remove(ticket.client, ticket);
    ticket.state = 'left';
    const rest = (this.#inside.get(ticket.client) ?? 0) - 1;
    assert(this.#running >= 0 && rest >= 0, 'more runs left the queue than were in it');
    if (rest > 0) this.#inside.set(ticket.client, rest);
    else this.#inside.delete(ticket.client);
    this.settle();
  }

  async *#positions(ticket: Ticket): AsyncGenerator<number> {
    let told = 0;
    while (ticket.state === 'waiting') {
      const position = this.#waiting.positionOf(ticket.client, ticket);
      if (position === told) await this.#change.promise;
      else yield (told = position);
    }
  }
}
