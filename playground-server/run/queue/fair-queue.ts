import assert from 'node:assert/strict';
import { Turns } from './turns.ts';

/** A place in the queue, then a slot. */
export interface Admission {
  /** whose place it is: an address */
  readonly client: string;
  /** Yields the position (1 is next) whenever it changes; ends when the slot is granted or `leave` was called. */
  positions(): AsyncIterable<number>;
  /** True once a slot was granted. */
  readonly granted: boolean;
  /** Gives the slot or the place back. May be called more than once. */
  leave(): void;
}

/** Why there is no place: the queue is full, this client has its share, or nobody could run it. */
export interface Rejected {
  rejected: 'queue-full' | 'too-many-runs' | 'shutting-down' | 'not-ready';
  retryAfterSeconds: number;
  /** runs that wait, where the queue is full */
  waiting?: number;
}

export interface FairQueueBounds {
  /** Runs at once. May change; `settle` is called then. */
  slots: number;
  /** Runs that may wait, of all clients together. */
  waiting: number;
  /** Runs of one client, waiting and running together. */
  perClient: number;
}

interface Ticket {
  client: string;
  state: 'waiting' | 'granted' | 'left';
}

/** Most snippets are done within a second; a longer guess would keep readers away for nothing. */
const secondsPerRun = 1;
const longestRetrySeconds = 60;
/** What a restart of the server takes, roughly. */
const restartSeconds = 10;

/**
 * Slots shared among clients by turns, not by who came first: a client with sixteen runs waiting
 * delays another's first run by one run, not by sixteen. One queue per engine.
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

  /** A slot if one is free, else a place in the queue, else why there is none. */
  admit(client: string): Admission | Rejected {
    return this.#refusal(client) ?? this.#enter(client);
  }

  /** After every coming and going, and when the slots have changed: grants what is free, and wakes whoever watches a position. */
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

  /** Refuses newcomers; those inside keep their places. Resolves once everybody has left. */
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
