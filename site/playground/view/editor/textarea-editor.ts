import type { TextPosition } from '../source/text-position.ts';
import type { Editor, EditorOptions } from './editor.ts';
import { ResultLayer } from './result-layer.ts';

/**
 * A plain text field with line numbers and results. Monaco does not support touch, and some readers
 * prefer their own browser's editing. It is as high as its text, so that only the page scrolls.
 */
export function createTextareaEditor(options: EditorOptions): Editor {
  const { host, source, label, describedBy, context, show } = options;
  const area = document.createElement('textarea');
  area.value = source();
  area.ariaLabel = label;
  area.setAttribute('aria-describedby', describedBy);
  area.spellcheck = false;
  area.wrap = 'off';
  area.setAttribute('autocapitalize', 'off');
  area.setAttribute('autocomplete', 'off');
  const numbers = document.createElement('pre');
  numbers.className = 'gutter';
  numbers.ariaHidden = 'true';
  show();
  host.append(numbers, area);
  const results = new ResultLayer(host, context);
  const topOf = (line: number) => {
    const { lineHeight, paddingTop } = getComputedStyle(area);
    return Number.parseFloat(paddingTop) + (line - 1) * Number.parseFloat(lineHeight);
  };
  const fit = () => {
    area.rows = area.value.split('\n').length;
    numbers.textContent = Array.from({ length: area.rows }, (_, at) => at + 1).join('\n');
  };
  fit();
  area.addEventListener('input', fit);
  return {
    getSource: () => area.value,
    setSource(text) {
      area.value = text;
      area.dispatchEvent(new Event('input'));
    },
    focus(at) {
      const offset = at ? offsetOf(area, at) : 0;
      area.setSelectionRange(offset, offset);
      area.focus({ preventScroll: true });
    },
    position() {
      const before = area.value.slice(0, area.selectionStart).split('\n');
      return { line: before.length, column: before.at(-1)!.length + 1 };
    },
    type(text) {
      area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
      area.dispatchEvent(new Event('input'));
    },
    onChange: (listener) => area.addEventListener('input', listener),
    onLine: (listener) =>
      area.addEventListener('selectionchange', () => listener(lineAt(area, area.selectionStart))),
    setLineResults: (list) => results.show(list, topOf),
    setDiagnostics(diagnostics) {
      area.setAttribute('aria-invalid', String(diagnostics.some(isError)));
    },
    markLine(line) {
      if (line === null || document.activeElement === area) return;
      selectLine(area, line);
      revealInPage(area.getBoundingClientRect().top + topOf(line));
    },
    dispose() {
      results.remove();
      numbers.remove();
      area.remove();
    },
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
}

/** Scrolls the page to a place, given from the window's top, unless it is in view. */
function revealInPage(top: number): void {
  if (top < 0 || top > innerHeight) scrollBy({ top: top - innerHeight / 3, behavior: 'instant' });
}
