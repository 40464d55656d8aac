import type { TextPosition } from '../source/text-position.ts';
import type { Editor, EditorOptions } from './editor.ts';

/**
 * A plain text field. Monaco does not support touch, and some readers prefer their own
 * browser's editing. Results and messages stand on the tape and below it, by line number.
 */
export function createTextareaEditor(options: EditorOptions): Editor {
  const { host, source, label, describedBy, show } = options;
  const area = document.createElement('textarea');
  area.value = source;
  area.ariaLabel = label;
  area.setAttribute('aria-describedby', describedBy);
  area.spellcheck = false;
  area.wrap = 'off';
  area.setAttribute('autocapitalize', 'off');
  area.setAttribute('autocomplete', 'off');
  area.rows = Math.min(source.split('\n').length + 1, 30);
  show();
  host.append(area);
  return {
    getSource: () => area.value,
    setSource(text) {
      area.value = text;
      area.dispatchEvent(new Event('input'));
    },
    focus(at) {
      if (at) area.setSelectionRange(offsetOf(area, at), offsetOf(area, at));
      area.focus();
    },
    type(text) {
      area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
      area.dispatchEvent(new Event('input'));
    },
    onChange: (listener) => area.addEventListener('input', listener),
    onLine: (listener) =>
      area.addEventListener('selectionchange', () => listener(lineAt(area, area.selectionStart))),
    setLineResults() {},
    setDiagnostics(diagnostics) {
      area.setAttribute('aria-invalid', String(diagnostics.some(isError)));
    },
    markLine(line) {
      if (line !== null && document.activeElement !== area) selectLine(area, line);
    },
    dispose: () => area.remove(),
  };
}

const isError = ({ severity }: { severity: string }) => severity === 'error';

const lineAt = (area: HTMLTextAreaElement, offset: number): number =>
  area.value.slice(0, offset).split('\n').length;

function offsetOf(area: HTMLTextAreaElement, { line, column }: TextPosition): number {
  const before = area.value.split('\n').slice(0, line - 1);
  return before.reduce((sum, text) => sum + text.length + 1, column - 1);
}

function selectLine(area: HTMLTextAreaElement, line: number): void {
  const start = offsetOf(area, { line, column: 1 });
  const end = area.value.indexOf('\n', start);
  area.setSelectionRange(start, end < 0 ? area.value.length : end);
  area.scrollTop = (line - 3) * Number.parseFloat(getComputedStyle(area).lineHeight);
}
