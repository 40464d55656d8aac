/** Attributes of `<live-man>`; the guide of a live-man server says what each accepts. */
export interface LiveManAttributes {
  example?: string;
  code?: string;
  language?: string;
  label?: string;
  lines?: string;
  hide?: string;
  highlight?: string;
  'start-line'?: string | number;
  theme?: 'auto' | 'light' | 'dark';
  'read-only'?: '' | 'true' | 'false';
  compact?: '' | 'true' | 'false';
  tape?: 'open' | 'closed';
  calls?: 'aio' | 'files' | 'all' | 'none';
  run?: 'click' | 'visible';
  'font-size'?: string | number;
  'max-height'?: string | number;
  height?: string | number;
  load?: 'near' | 'click';
  'ui-lang'?: string;
  'label-run'?: string;
  'label-cancel'?: string;
  'label-edit'?: string;
  'label-reset'?: string;
  'label-open'?: string;
  kernel?: string;
  scratch?: 'tmpfs' | 'disk' | 'disk-4k';
  user?: 'root' | 'nobody';
  'address-space'?: string | number;
  refuse?: string;
  /** What the program is given, as a shell splits it. */
  arguments?: string;
  stdin?: string;
  /** A goal in the short spelling, or the name of one, which brings a program of its own. */
  goal?: string;
}

/** One call of a run. */
export interface FinishedCall {
  name: string;
  /** Of the source as it was run, counted from 1. */
  line: number | null;
  /** Null if the call never returned. */
  returned: string | null;
  /** Null if the call succeeded. */
  errno: string | null;
}

/** What came of a run. */
export interface FinishedRun {
  /** `exited`, `signalled`, `not-compiled` …, or why there was no run: `rejected`, `unreachable` … */
  outcome: string;
  status: number | null;
  calls: readonly FinishedCall[];
  output: string;
}

export interface LiveManEventMap {
  run: CustomEvent<{ source: string }>;
  finished: CustomEvent<FinishedRun>;
  edited: CustomEvent<{ source: string }>;
  /** A run has met the goal that the tag names. */
  solved: CustomEvent<{ goal: string }>;
}

export interface LiveManElement extends HTMLElement {
  /** The code as it stands; null where an example is named that nobody has changed. */
  source: string | null;
  /** What came of the newest run; null before the first. */
  readonly result: FinishedRun | null;
  run(): void;
  reset(): void;
  addEventListener<Name extends keyof LiveManEventMap>(
    type: Name,
    listener: (this: LiveManElement, event: LiveManEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/**
 * Defines `<live-man>` once, and finds what carries its class, now and later.
 *
 * @param server whose frames are shown, such as `https://live-man.example`
 */
export function embedFrom(server: string): void;

declare global {
  interface HTMLElementTagNameMap {
    'live-man': LiveManElement;
  }
}
