import type { LineResult } from '../source/line-result.ts';
import type { monaco as Monaco } from './monaco-modules.ts';

type Decoration = Monaco.editor.IModelDeltaDecoration;

/** The results of a line as text after its end; hovering over the line tells all of them. */
export function lineResultDecorations(
  result: LineResult,
  model: Monaco.editor.ITextModel,
): Decoration[] {
  const { line, value, errno, href, held, all, outdated } = result;
  if (line > model.getLineCount()) return [];
  const column = model.getLineMaxColumn(line);
  const text = (content: string, name: string): Decoration => ({
    range: {
      startLineNumber: line,
      startColumn: column,
      endLineNumber: line,
      endColumn: column,
    },
    options: {
      showIfCollapsed: true,
      after: {
        content,
        inlineClassName: `lm-result lm-result-${result.tone}${outdated ? ` lm-outdated-${outdated}` : ''} ${name}`,
      },
    },
  });
  return [
    text(`\u00a0\u00a0${value}${errno ? '\u00a0' : ''}`, 'lm-value'),
    ...(errno ? [text(errno, href ? 'lm-errno' : '')] : []),
    ...(held ? [text(`\u00a0\u00a0${held.replaceAll(' ', '\u00a0')}`, 'lm-held')] : []),
    ...(all.length > 1 ? [text(`\u00a0×${all.length}`, 'lm-times')] : []),
    hover(result, column),
  ];
}

/** Read out by a screen reader too, on the editor's own key for it: Ctrl+K, Ctrl+I. */
function hover({ line, all, errno, href }: LineResult, column: number): Decoration {
  const calls = all.map((each, at) => `${all.length > 1 ? `${at + 1}\\. ` : ''}\`${each}\``);
  const link = errno && href ? [`[${errno}](${new URL(href, location.href)})`] : [];
  return {
    range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: column },
    options: { hoverMessage: [...calls, ...link].map((value) => ({ value })) },
  };
}
