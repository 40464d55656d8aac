import type { Diagnostic } from '../../client/run-state.ts';
import type { monaco as Monaco } from './monaco-modules.ts';

/** A compiler message as Monaco underlines it: the named range, else from its column to the end. */
export function toMarker(
  { severity, line, column, endLine, endColumn, message }: Diagnostic,
  model: Monaco.editor.ITextModel,
  { MarkerSeverity }: typeof Monaco,
): Monaco.editor.IMarkerData {
  const severities = {
    error: MarkerSeverity.Error,
    warning: MarkerSeverity.Warning,
    note: MarkerSeverity.Info,
  };
  const startLineNumber = Math.min(Math.max(line, 1), model.getLineCount());
  const word = model.getWordAtPosition({
    lineNumber: startLineNumber,
    column: Math.max(column, 1),
  });
  return {
    severity: severities[severity],
    message,
    startLineNumber,
    startColumn: Math.max(column, 1),
    endLineNumber: endLine ?? startLineNumber,
    endColumn: endColumn ?? word?.endColumn ?? model.getLineMaxColumn(startLineNumber) + 1,
  };
}
