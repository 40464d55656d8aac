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
  /** Types at the cursor, as the reader would. */
  type(text: string): void;
  /** Calls `listener` after every edit. */
  onChange(listener: () => void): void;
  /** Calls `listener` with the line (from 1) that the reader's cursor enters. */
  onLine(listener: (line: number) => void): void;
  dispose(): void;
}

/** What every editor needs to be made. */
export interface EditorOptions {
  host: HTMLElement;
  source: string;
  /** The language of the snippet. */
  language: Language;
  /** The language of the reader. */
  lang: string;
  label: string;
  /** Id of the element that lists the compiler's messages. */
  describedBy: string;
  /** What the results of lines are printed with. */
  context: TapeContext;
  /** Puts the host in the place of the static code; to be called once the editor is loaded. */
  show(): void;
}
