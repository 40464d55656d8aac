import type { LineResult } from '../../client/line-results.ts';
import { lineResultText } from '../source/line-result.ts';
import { toneOf } from '../tape/result-text.ts';
import type { EditorOptions } from './editor.ts';
import type { monaco as Monaco } from './monaco-modules.ts';

/** Decorations carry no data but their classes: this one names the call behind an errno. */
export const callClass = 'lm-call-';

type Decoration = Monaco.editor.IModelDeltaDecoration;

/** The results of a line as text after its end; hovering over it links to the explanation. */
export function lineResultDecorations(
  result: LineResult,
  model: Monaco.editor.ITextModel,
  explain: EditorOptions['explain'],
): Decoration[] {
  const { line, last } = result;
  if (line > model.getLineCount()) return [];
  const column = model.getLineMaxColumn(line);
  const range = {
    startLineNumber: line,
    startColumn: column,
    endLineNumber: line,
    endColumn: column,
  };
  const { value, errno, times } = lineResultText(result);
  const tone = toneOf(last.status);
  const text = (content: string, inlineClassName: string): Decoration => ({
    range,
    options: {
      showIfCollapsed: true,
      after: { content, inlineClassName: `lm-result lm-result-${tone} ${inlineClassName}` },
    },
  });
  const href = errno ? explain(last.name, errno) : null;
  return [
    text(`\u00a0\u00a0${value}${errno ? '\u00a0' : ''}`, 'lm-value'),
    ...(errno ? [text(errno, href ? `lm-errno ${callClass}${last.name}` : '')] : []),
    ...(times ? [text(`\u00a0${times}`, 'lm-times')] : []),
    ...(errno && href ? [hover(line, column, errno, href)] : []),
  ];
}

function hover(line: number, column: number, errno: string, href: string): Decoration {
  return {
    range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: column },
    options: { hoverMessage: { value: `[${errno}](${new URL(href, location.href)})` } },
  };
}
