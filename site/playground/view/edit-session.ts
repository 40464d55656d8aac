import { mayRunUnasked, type SourceOrigin } from '../client/may-run-unasked.ts';
import type { Check, RunRequest } from '../../../playground-server/protocol/index.ts';
import type { KeptEdits } from '../client/kept-edits.ts';
import { createSourceChecker, type SourceChecker } from '../client/source-checker.ts';
import type { Controls } from './controls.ts';
import type { SourceSlot } from './source-slot.ts';

/** What an edit session gets from its playground. */
export interface EditSessionParts {
  /** Names the example and its variant among all that this browser keeps. */
  key: string;
  /** The snippet as the page or a link gave it. */
  original: string;
  /** Who wrote it. */
  origin: SourceOrigin;
  slot: SourceSlot;
  controls: Pick<Controls, 'edited'>;
  kept: KeptEdits;
  /** The browser's fetch. */
  fetchFrom: typeof fetch;
  /** The request that would run this source. */
  request(source: string): RunRequest;
  run(): void;
  /** Shows what the compiler says about the source as it stands. */
  show(check: Check): void;
}

/**
 * A reader's edit of one example: kept in the browser, checked while it is written, reset and
 * restored.
 */
export class EditSession {
  readonly #parts: EditSessionParts;
  readonly #checker: SourceChecker;
  #origin: SourceOrigin;
  #undone: string | null = null;
  #isSetting = false;
  #runsAsTyped = false;

  constructor(parts: EditSessionParts) {
    this.#parts = parts;
    this.#origin = parts.origin;
    this.#checker = createSourceChecker(parts.fetchFrom, (check) => this.#checked(check));
  }

  /** The request that would run the source as it stands. */
  request(): RunRequest {
    return this.#parts.request(this.#parts.slot.source);
  }

  /** Restores the reader's edit of the example; false if there is none. */
  restore(): boolean {
    const { kept, key, original } = this.#parts;
    const source = kept.load(key);
    if (source === null || source === original) return false;
    // A foreign snippet stays foreign, even with a word changed, until the reader runs it.
    if (this.#origin === 'example') this.#origin = 'reader';
    this.#set(source);
    this.#checker.schedule(this.request());
    return true;
  }

  /** The reader has typed. */
  changed(): void {
    if (this.#isSetting) return;
    if (this.#origin === 'example') this.#origin = 'reader';
    this.#undone = null;
    this.#keep();
    this.#checker.schedule(this.request());
  }

  /** Replaces the source at the reader's request, as formatting does. */
  rewrite(source: string): void {
    if (source === this.#parts.slot.source) return;
    this.#set(source);
    this.changed();
  }

  /** Goes back to the example; the edit can be restored until the reader types. */
  reset(): void {
    this.#undone = this.#parts.slot.source;
    this.#set(this.#parts.original);
    this.#origin = this.#parts.origin;
    this.#keep();
    this.#checker.schedule(this.request());
  }

  undoReset(): void {
    const source = this.#undone;
    if (source === null) return;
    this.#set(source);
    this.changed();
  }

  /**
   * The reader has pressed Run: the source now counts as theirs, and a run says all that a check
   * would.
   */
  ran(): void {
    this.#checker.cancel();
    if (this.#origin === 'foreign') this.#origin = 'reader';
  }

  runAsTyped(isOn: boolean): void {
    this.#runsAsTyped = isOn;
  }

  end(): void {
    this.#checker.cancel();
  }

  #set(source: string): void {
    this.#isSetting = true;
    this.#parts.slot.source = source;
    this.#isSetting = false;
    this.#showState();
  }

  #keep(): void {
    const { kept, key, original, slot } = this.#parts;
    if (slot.source === original) kept.forget(key);
    else kept.keep(key, slot.source);
    this.#showState();
  }

  #showState(): void {
    const { controls, original, slot } = this.#parts;
    controls.edited(slot.source !== original, this.#undone !== null);
  }

  #checked(check: Check): void {
    this.#parts.show(check);
    if (check.compiled && mayRunUnasked(this.#runsAsTyped, this.#origin)) this.#parts.run();
  }
}
