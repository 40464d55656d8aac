import { languageRows } from '../languages/language-table.ts';
import { codeZoomEvent } from '../code-zoom.ts';
import type { Editor, EditorOptions } from './editor.ts';
import { leaveWithEscapeTab } from './leave-editor.ts';
import { loadMonaco } from './load-monaco.ts';
import { toMarker } from './monaco-markers.ts';
import type { monaco as Monaco } from './monaco-modules.ts';
import { ResultLayer } from './result-layer.ts';

/** Loads Monaco, and makes an editor of the given source. Rejects when it cannot be loaded. */
export async function createMonacoEditor(options: EditorOptions): Promise<Editor> {
  const monaco = await loadMonaco(options.lang);
  await languageRows[options.language].editor.load?.();
  await options.settled();
  const source = options.source();
  options.show();
  const editor = open(monaco, options, source);
  const model = editor.getModel()!;
  const results = new ResultLayer(options.host, options.context);
  const topOf = (line: number) => editor.getTopForLineNumber(line);
  editor.onDidScrollChange(({ scrollTop }) => results.scrollTo(scrollTop));
  editor.onDidContentSizeChange(() => results.place(topOf));
  const mark = editor.createDecorationsCollection();
  growWithSource(editor, options.host);
  leaveWithEscapeTab(editor, monaco);
  const followZoom = () => editor.updateOptions(fontOf(options.host));
  document.addEventListener(codeZoomEvent, followZoom);
  return {
    getSource: () => model.getValue(),
    setSource: (text) => replaceSource(editor, model, text),
    focus(at) {
      if (at) editor.setPosition({ lineNumber: at.line, column: at.column });
      if (at) editor.revealLineInCenterIfOutsideViewport(at.line);
      editor.focus();
    },
    position() {
      const { lineNumber = 1, column = 1 } = editor.getPosition() ?? {};
      return { line: lineNumber, column };
    },
    type: (text) => editor.trigger('keyboard', 'type', { text }),
    onChange: (listener) => void model.onDidChangeContent(listener),
    onLine: (listener) =>
      void editor.onDidChangeCursorPosition(({ position }) => listener(position.lineNumber)),
    setLineResults: (list) => results.show(list, topOf),
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
      document.removeEventListener(codeZoomEvent, followZoom);
      results.remove();
      editor.dispose();
      model.dispose();
    },
  };
}

function open(
  monaco: typeof Monaco,
  { host, language, label, context }: EditorOptions,
  source: string,
): Monaco.editor.IStandaloneCodeEditor {
  host.classList.add('monaco-component');
  return monaco.editor.create(host, {
    value: source,
    language: languageRows[language].editor.id,
    ariaLabel: label,
    automaticLayout: true,
    ...fontOf(host),
    lineNumbers: context.words.line,
    lineNumbersMinChars: 4,
    lineDecorationsWidth: 24,
    glyphMargin: false,
    folding: false,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    // Lets the end of a long line be scrolled out from under its result.
    scrollBeyondLastColumn: 24,
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
    // Under this name the option reaches the models of all editors, and stays when others change.
    ...{ 'bracketPairColorization.enabled': false },
    // Only the manual's names are suggested unasked; Ctrl-Space suggests all.
    wordBasedSuggestions: 'off',
    acceptSuggestionOnCommitCharacter: false,
    quickSuggestionsDelay: 250,
    renderLineHighlight: 'line',
    renderLineHighlightOnlyWhenFocus: true,
  });
}

/** An edit rather than a new value, so that the reader can undo it and keeps their place. */
function replaceSource(
  editor: Monaco.editor.IStandaloneCodeEditor,
  model: Monaco.editor.ITextModel,
  text: string,
): void {
  const position = editor.getPosition();
  editor.pushUndoStop();
  editor.executeEdits('live-man', [{ range: model.getFullModelRange(), text }]);
  editor.pushUndoStop();
  if (position) editor.setPosition(position);
}

function fontOf(host: HTMLElement): Monaco.editor.IEditorOptions {
  const { fontFamily, fontSize, lineHeight } = getComputedStyle(host);
  return {
    fontFamily,
    fontSize: Number.parseFloat(fontSize),
    lineHeight: Number.parseFloat(lineHeight),
  };
}

/** The editor is as high as its source, within the bounds that the style sheet sets. */
function growWithSource(editor: Monaco.editor.IStandaloneCodeEditor, host: HTMLElement): void {
  const fit = () => host.style.setProperty('--content-height', `${editor.getContentHeight()}px`);
  editor.onDidContentSizeChange(fit);
  fit();
}

const wholeLine = (line: number): Monaco.editor.IModelDeltaDecoration => ({
  range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
  options: { isWholeLine: true, className: 'lm-marked-line' },
});
