import type { Language } from '../../../../playground-server/protocol/language-table.ts';
import type { SourcePane } from '../source/source-pane.ts';
import type { TextPosition } from '../source/text-position.ts';
import type { TapeContext } from '../tape-context.ts';

/** A source that can be edited: Monaco on a desktop, a textarea elsewhere. */
export interface Editor extends SourcePane {
  getSource(): string;
  setSource(source: string): void;
  /** Takes the focus, with the cursor `at` a place where one is given. */
  focus(at: TextPosition | null): void;
  /** The cursor's position. */
  position(): TextPosition;
  /** Types at the cursor, as the reader would. */
  type(text: string): void;
  /** Calls `listener` after every edit. */
  onChange(listener: () => void): void;
  /** Calls `listener` with the line (from 1) that the reader's cursor enters. */
  onLine(listener: (line: number) => void): void;
  dispose(): void;
}

/** What it takes to make any editor. */
export interface EditorOptions {
  host: HTMLElement;
  /** Gives the text to start with; called once, when the editor has loaded. */
  source: () => string;
  /** The language of the snippet. */
  language: Language;
  /** The language of the reader. */
  lang: string;
  label: string;
  /** Id of the element that lists the compiler's messages. */
  describedBy: string;
  /** The context in which the results of lines are printed. */
  context: TapeContext;
  /** Resolves as soon as the text that is there may be taken over. */
  settled: () => Promise<void>;
  /** Shows the host instead of the static code; to be called once the editor has loaded. */
  show: () => void;
}
