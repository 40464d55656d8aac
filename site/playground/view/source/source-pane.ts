import type { Diagnostic } from '../../client/run-state.ts';
import type { Step } from '../in-slices.ts';
import type { LineResult } from './line-result.ts';

/** The source as the reader sees it, whether it can be edited or not. */
export interface SourcePane {
  /** Shows the results of each line's calls at the end of the line, line by line. */
  setLineResults(results: readonly LineResult[]): Generator<Step>;
  /** Shows the compiler's messages at their lines. */
  setDiagnostics(diagnostics: readonly Diagnostic[]): void;
  /** Marks one line, and brings it into view inside the pane; null marks none. */
  markLine(line: number | null): void;
}
