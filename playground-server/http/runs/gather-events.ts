import type { OmittedEvents, RunEvent, RunEventOf } from '../../protocol/index.ts';

/** A page for people to read, which is made in one piece: some hundred rows, some screens of text. */
export interface PageBounds {
  calls: number;
  /** lines of the calls, UTF-16 units */
  callsLength: number;
  outputLength: number;
}

export const standardPageBounds: PageBounds = {
  calls: 300,
  callsLength: 256 * 1024,
  outputLength: 64 * 1024,
};

export interface GatheredEvents {
  events: RunEvent[];
  omitted: OmittedEvents;
}

/**
 * Waits for the end of a run, and keeps as much of it as a page may show: the first calls with their
 * results, the first of what the program printed, and everything else.
 * @param lines an event in JSON each
 */
export async function gatherEvents(
  lines: AsyncIterable<string>,
  bounds: PageBounds,
): Promise<GatheredEvents> {
  const page = new Page(bounds);
  for await (const line of lines) page.add(JSON.parse(line) as RunEvent, line.length);
  return page;
}

class Page implements GatheredEvents {
  readonly events: RunEvent[] = [];
  readonly omitted = { calls: 0, outputLength: 0 };
  readonly #left: PageBounds;
  readonly #shownCalls = new Set<number>();

  constructor(bounds: PageBounds) {
    this.#left = { ...bounds };
  }

  add(event: RunEvent, length: number): void {
    switch (event.kind) {
      case 'syscall-entry':
        return this.#addEntry(event, length);
      case 'syscall-exit':
        return this.#shownCalls.has(event.call) ? this.#addCallEvent(event, length) : undefined;
      case 'output':
        return this.#addOutput(event);
      default:
        this.events.push(event);
    }
  }

  #addEntry(entry: RunEventOf<'syscall-entry'>, length: number): void {
    if (this.#shownCalls.size >= this.#left.calls || this.#left.callsLength <= 0) {
      this.omitted.calls += 1;
      return;
    }
    this.#shownCalls.add(entry.call);
    this.#addCallEvent(entry, length);
  }

  #addCallEvent(event: RunEvent, length: number): void {
    this.#left.callsLength -= length;
    this.events.push(event);
  }

  #addOutput(event: RunEventOf<'output'>): void {
    const text = event.text.slice(0, this.#left.outputLength);
    this.#left.outputLength -= text.length;
    this.omitted.outputLength += event.text.length - text.length;
    if (text) this.events.push({ ...event, text });
  }
}
