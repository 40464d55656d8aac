import type { Editor, EditorOptions } from './editor.ts';
import { leaveWithEscapeTab } from './leave-editor.ts';
import { loadMonaco } from './load-monaco.ts';
import { callClass, lineResultDecorations } from './monaco-line-results.ts';
import { toMarker } from './monaco-markers.ts';
import type { monaco as Monaco } from './monaco-modules.ts';

/** Loads Monaco, and makes an editor of the given source. Rejects when it cannot be loaded. */
export async function createMonacoEditor(options: EditorOptions): Promise<Editor> {
  const monaco = await loadMonaco(options.lang);
  options.show();
  const editor = open(monaco, options);
  const model = editor.getModel()!;
  const results = editor.createDecorationsCollection();
  const mark = editor.createDecorationsCollection();
  // The editor's own option does not reach a model that it makes itself.
  model.updateOptions({
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  });
  growWithSource(editor, options.host);
  leaveWithEscapeTab(editor, monaco);
  followErrnos(editor, options);
  return {
    getSource: () => model.getValue(),
    setSource(text) {
      // An edit rather than a new value: the reader can undo a reset.
      model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
    },
    focus(at) {
      if (at) editor.setPosition({ lineNumber: at.line, column: at.column });
      if (at) editor.revealLineInCenterIfOutsideViewport(at.line);
      editor.focus();
    },
    type: (text) => editor.trigger('keyboard', 'type', { text }),
    onChange: (listener) => void model.onDidChangeContent(listener),
    onLine: (listener) =>
      void editor.onDidChangeCursorPosition(({ position }) => listener(position.lineNumber)),
    setLineResults: (list) =>
      results.set(list.flatMap((each) => lineResultDecorations(each, model, options.explain))),
    setDiagnostics: (list) =>
      monaco.editor.setModelMarkers(
        model,
        'compiler',
        list.map((each) => toMarker(each, model, monaco)),
      ),
    markLine(line) {
      mark.set(line === null || line > model.getLineCount() ? [] : [wholeLine(line)]);
      if (line !== null && line <= model.getLineCount())
        editor.revealLineInCenterIfOutsideViewport(line);
    },
    dispose() {
      editor.dispose();
      model.dispose();
    },
  };
}

function open(
  monaco: typeof Monaco,
  { host, source, label }: EditorOptions,
): Monaco.editor.IStandaloneCodeEditor {
  host.classList.add('monaco-component');
  const { fontFamily, fontSize, lineHeight } = getComputedStyle(host);
  return monaco.editor.create(host, {
    value: source,
    language: 'c',
    ariaLabel: label,
    automaticLayout: true,
    fontFamily,
    fontSize: Number.parseFloat(fontSize),
    lineHeight: Number.parseFloat(lineHeight),
    lineNumbersMinChars: 4,
    lineDecorationsWidth: 24,
    glyphMargin: false,
    folding: false,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    overviewRulerLanes: 0,
    padding: { top: 8, bottom: 8 },
    scrollbar: {
      alwaysConsumeMouseWheel: false,
      verticalScrollbarSize: 8,
      horizontalScrollbarSize: 8,
    },
    fixedOverflowWidgets: true,
    tabSize: 4,
    guides: { indentation: false },
    quickSuggestions: false,
    renderLineHighlight: 'line',
    renderLineHighlightOnlyWhenFocus: true,
  });
}

/** The editor is as high as its source, within the bounds that the style sheet sets. */
function growWithSource(editor: Monaco.editor.IStandaloneCodeEditor, host: HTMLElement): void {
  const fit = () => host.style.setProperty('--content-height', `${editor.getContentHeight()}px`);
  editor.onDidContentSizeChange(fit);
  fit();
}

/** A click on an errno at the end of a line leads to its explanation on the page. */
function followErrnos(
  editor: Monaco.editor.IStandaloneCodeEditor,
  { explain }: EditorOptions,
): void {
  editor.onMouseDown(({ target }) => {
    const link = target.element?.closest('.lm-errno');
    const call = [...(link?.classList ?? [])].find((name) => name.startsWith(callClass));
    const errno = link?.textContent?.trim();
    const href = call && errno && explain(call.slice(callClass.length), errno);
    if (href) location.assign(href);
  });
}

const wholeLine = (line: number): Monaco.editor.IModelDeltaDecoration => ({
  range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
  options: { isWholeLine: true, className: 'lm-marked-line' },
});
