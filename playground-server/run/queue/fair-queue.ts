import type { Admission, Rejected } from './admission.ts';
import { RecentClients } from './recent-clients.ts';
import { Turns } from './turns.ts';

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
  /** Id of the kernel that it is for; null in a queue of a single kernel. */
  kernel: string | null;
  state: 'waiting' | 'granted' | 'crowded-out' | 'left';
  grantedMs: number;
  /** Number of turns until its own, which is 1 for the next; 0 if it has not waited. */
  position: number;
}

/** Most snippets finish within a second; a longer guess would keep readers away for nothing. */
const secondsPerRun = 1;
const longestRetrySeconds = 60;
/** Rough duration of a server restart. */
const restartSeconds = 10;

/**
 * For how long after another client's visit a slot is kept free for it: a reader who changes a
 * snippet and runs it again is back within that time.
 */
const companyMs = 60_000;

/** Soon for a reader, and seldom for the server. */
const lookAgainMs = 500;

/** A client that has held as much of a slot of late is no reader who tries something out. */
const heavySlots = 0.25;

/** Of fewer slots, one that is kept free would cost those who wait too much. */
const fewestToKeepOne = 3;

/**
 * Slots that clients share by the time that they hold them, not in the order of arrival: a client
 * with sixteen waiting runs delays another's first run by one run, not by sixteen, and whoever runs
 * what is over at once goes before those who take long.
 *
 * The last free slot is for a client that has none, as long as others come at all: programs that
 * run for seconds could hold all slots otherwise. Nor is it for one that has held slots most of the
 * time, while another comes that has not: a flood from several addresses would hold them all. Where
 * the queue is full, the newest waiting run of the client with most of them makes room for a client
 * with no run.
 *
 * The machines of all kernels share one queue, which tells their runs apart.
 */
export class FairQueue {
  readonly #bounds: FairQueueBounds;
  readonly #nowMs: () => number;
  readonly #waiting = new Turns<Ticket>();
  readonly #running = new Set<Ticket>();
  /** Waiting and running. */
  readonly #inside = new Set<Ticket>();
  readonly #recent = new RecentClients();
  #closing = false;
  #timer: NodeJS.Timeout | undefined;
  #change = Promise.withResolvers<void>();

  /** @param nowMs a clock that never goes back */
  constructor(bounds: FairQueueBounds, nowMs: () => number = () => performance.now()) {
    this.#bounds = bounds;
    this.#nowMs = nowMs;
  }

  /** Grants a slot if one is free, else a place in the queue; else says why there is none. */
  admit(client: string, kernel: string | null = null): Admission | Rejected {
    this.#recent.come(client, this.#nowMs());
    return this.#refusal(client) ?? this.#enter(client, kernel);
  }

  /**
   * Call after each arrival, departure and change of slots: grants free slots, and reports new
   * positions.
   */
  settle(): void {
    while (this.#running.size < this.#bounds.slots) {
      const ticket = this.#waiting.next((client) => this.#mayRun(client));
      if (!ticket) break;
      ticket.state = 'granted';
      ticket.grantedMs = this.#nowMs();
      this.#running.add(ticket);
    }
    for (const [ahead, ticket] of this.#waiting.order().entries()) ticket.position = ahead + 1;
    this.#change.resolve();
    this.#change = Promise.withResolvers();
    this.#lookAgain();
  }

  /** Of the whole queue, or of a kernel that shares it. */
  occupancy(kernel?: string): { running: number; waiting: number } {
    const isOf = (ticket: Ticket) => kernel === undefined || ticket.kernel === kernel;
    const running = [...this.#running].filter(isOf).length;
    return { running, waiting: [...this.#inside].filter(isOf).length - running };
  }

  /** Refuses newcomers; those inside keep their places. Resolves when all have left. */
  async close(): Promise<void> {
    this.#closing = true;
    while (this.#inside.size > 0) await this.#change.promise;
  }

  /** Whether a client may take one of the free slots. */
  #mayRun(client: string): boolean {
    if (this.#bounds.slots - this.#running.size > 1) return true;
    if (countOf(client, this.#running) > 0) return this.#others(client).next().done === true;
    if (this.#bounds.slots < fewestToKeepOne) return true;
    return !this.#lighterThan(client).some((other) => countOf(other, this.#running) === 0);
  }

  /** Those that come, if a client is heavy, and have held slots for less than half its time. */
  *#lighterThan(client: string): Generator<string> {
    const nowMs = this.#nowMs();
    const slots = this.#recent.slotsOf(client, nowMs);
    if (slots < heavySlots) return;
    for (const other of this.#others(client))
      if (this.#recent.slotsOf(other, nowMs) < slots / 2) yield other;
  }

  #others(client: string): Generator<string> {
    return this.#recent.othersSince(client, this.#nowMs() - companyMs);
  }

  /** Time alone may give the slot that is kept free to somebody who waits. */
  #lookAgain(): void {
    clearTimeout(this.#timer);
    if (this.#waiting.size === 0 || this.#running.size >= this.#bounds.slots) return;
    this.#timer = setTimeout(() => this.settle(), lookAgainMs).unref();
  }

  #refusal(client: string): Rejected | null {
    const own = countOf(client, this.#inside);
    const waiting = this.#waiting.size;
    if (this.#closing) return { rejected: 'shutting-down', retryAfterSeconds: restartSeconds };
    if (own >= this.#bounds.perClient) return this.#refuse('too-many-runs', own);
    const hasSlot = this.#running.size < this.#bounds.slots && this.#mayRun(client);
    if (hasSlot || waiting < this.#bounds.waiting) return null;
    if (own === 0 && this.#makeRoom()) return null;
    return { ...this.#refuse('queue-full', waiting), waiting };
  }

  #refuse(rejected: Rejected['rejected'], runsAhead: number): Rejected {
    const seconds = Math.ceil((runsAhead * secondsPerRun) / this.#bounds.slots);
    return { rejected, retryAfterSeconds: Math.min(longestRetrySeconds, Math.max(1, seconds)) };
  }

  #makeRoom(): boolean {
    const crowdedOut = this.#waiting.takeNewestOfLongest();
    if (!crowdedOut) return false;
    crowdedOut.state = 'crowded-out';
    this.#inside.delete(crowdedOut);
    return true;
  }

  #enter(client: string, kernel: string | null): Admission {
    const ticket: Ticket = { client, kernel, state: 'waiting', grantedMs: 0, position: 0 };
    this.#inside.add(ticket);
    this.#waiting.add(client, ticket);
    this.settle();
    const isHeavy = () => this.#lighterThan(client).next().done !== true;
    return {
      client,
      get isHeavy() {
        return isHeavy();
      },
      positions: () => this.#positions(ticket),
      get granted() {
        return ticket.state === 'granted';
      },
      get crowdedOut() {
        return ticket.state === 'crowded-out';
      },
      leave: () => this.#leave(ticket),
    };
  }

  #leave(ticket: Ticket): void {
    if (!this.#inside.delete(ticket)) return;
    if (this.#running.delete(ticket)) {
      const nowMs = this.#nowMs();
      this.#waiting.end(ticket.client, nowMs - ticket.grantedMs);
      this.#recent.used(ticket.client, nowMs - ticket.grantedMs, nowMs);
    } else this.#waiting.remove(ticket.client, ticket);
    ticket.state = 'left';
    this.settle();
  }

  async *#positions(ticket: Ticket): AsyncGenerator<number> {
    let told = 0;
    while (ticket.state === 'waiting') {
      if (ticket.position === told) await this.#change.promise;
      else yield (told = ticket.position);
    }
  }
}

const countOf = (client: string, tickets: ReadonlySet<Ticket>): number =>
  [...tickets].filter((ticket) => ticket.client === client).length;
