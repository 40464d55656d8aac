import type { RunState, TapeRow } from '../../client/run-state.ts';
import type { Words } from '../../../words/words.ts';
import { resultLine } from './result-text.ts';

/** Shortest time between two announcements: long enough to be read out. */
const pauseMs = 1500;

/**
 * Up to this many calls are announced one by one; beyond that, only their number and the last one.
 */
const toldEach = 3;

/** What a screen reader says about the calls that have returned since the last announcement. */
export function announcement(returned: readonly TapeRow[], words: Words): string {
  const tell = ({ name, line, status }: TapeRow) =>
    words.say(line === null ? 'playground.toldCall' : 'playground.toldCallOfLine', {
      call: name,
      line: line ?? 0,
      result: resultLine(status),
    });
  const last = returned.at(-1);
  if (!last) return '';
  if (returned.length <= toldEach) return returned.map(tell).join('; ');
  return words.say('playground.toldCalls', { count: returned.length, last: tell(last) });
}

/** Announces the calls of a run in a polite live region, without flooding those who listen. */
export class CallAnnouncer {
  readonly #region: HTMLElement;
  readonly #words: Words;
  #rows: readonly TapeRow[] = [];
  #told = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(region: HTMLElement, words: Words) {
    this.#region = region;
    this.#words = words;
  }

  /** Starts a new run, and announces nothing more of the old one. */
  begin(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#told = 0;
    this.#rows = [];
    this.#region.textContent = '';
  }

  show({ rows }: RunState): void {
    this.#rows = rows.filter(({ status }) => status.kind === 'returned');
    if (this.#timer || this.#rows.length === this.#told) return;
    this.#tell();
  }

  #tell(): void {
    const news = this.#rows.slice(this.#told);
    this.#told = this.#rows.length;
    this.#timer = undefined;
    if (news.length === 0) return;
    this.#region.textContent = announcement(news, this.#words);
    this.#timer = setTimeout(() => this.#tell(), pauseMs);
  }
}
