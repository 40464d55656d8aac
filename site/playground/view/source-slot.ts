import type { Html } from '../../markup/html.ts';
import type { Language } from '../../../playground-server/protocol/language-table.ts';
import type { Diagnostic } from '../client/run-state.ts';
import { Composition } from './editor/composition.ts';
import type { Editor, EditorOptions } from './editor/editor.ts';
import { createTextareaEditor } from './editor/textarea-editor.ts';
import { finish, type Step } from './in-slices.ts';
import type { Parts } from './parts.ts';
import { callList, resultsNow } from './source/line-result.ts';
import { RunLines } from './source/run-lines.ts';
import type { LineResult } from './source/line-result.ts';
import type { SourcePane } from './source/source-pane.ts';
import { StaticSource } from './source/static-source.ts';
import type { TextPosition } from './source/text-position.ts';
import type { TapeContext } from './tape-context.ts';

export type EditorKind = 'monaco' | 'textarea';

/** What a slot tells its playground. */
export interface SourceSlotEvents {
  change(): void;
  line(line: number): void;
}

/** The place of the source: static highlighted code first, an editor once the reader asks. */
export class SourceSlot {
  readonly #parts: Parts;
  readonly #context: TapeContext;
  readonly #language: Language;
  readonly #events: SourceSlotEvents;
  readonly #given: string;
  readonly #static: StaticSource;
  readonly #composition: Composition;
  #pane: SourcePane;
  #editor: Editor | undefined;
  #opening = false;
  #typed = '';
  #source: string;
  #results: readonly LineResult[];
  #shown: Generator<Step>;
  /** The lines of the source that produced them. */
  #runLines: RunLines;
  #hasOtherConditions = false;
  #diagnostics: readonly Diagnostic[] = [];

  constructor(
    parts: Parts,
    context: TapeContext,
    given: { source: string; language: Language; results: readonly LineResult[] },
    events: SourceSlotEvents,
  ) {
    this.#parts = parts;
    this.#context = context;
    this.#language = given.language;
    this.#source = this.#given = given.source;
    this.#runLines = new RunLines(given.source);
    this.#results = given.results;
    this.#events = events;
    this.#composition = new Composition(parts.editor);
    parts.diagnostics.id = `${context.id}-diagnostics`;
    this.#pane = this.#static = new StaticSource(parts.static, context, given.language);
    this.#shown = this.#pane.setLineResults(given.results);
  }

  /** Whether an editor has been requested and is still loading. */
  get isOpening(): boolean {
    return this.#opening;
  }

  get source(): string {
    return this.#editor?.getSource() ?? this.#source;
  }

  set source(source: string) {
    if (this.#editor) this.#editor.setSource(source);
    else this.#setStatic(source);
  }

  /**
   * Opens an editor in place of what is there, keeping source, results and messages; its cursor
   * stands `at` a place, or at the beginning.
   */
  async open(kind: EditorKind, at: TextPosition | null): Promise<void> {
    if (this.#opening) return;
    this.#opening = true;
    this.#say('playground.loadingEditor');
    // From here on, what is typed is kept, whichever way editing was requested.
    this.#parts.static.querySelector('pre')?.focus({ preventScroll: true });
    // On a slow connection, a plain field stands in until the editor arrives and takes over its
    // text.
    const patience = setTimeout(() => this.#bridge(kind, at), patienceMs);
    try {
      await this.#replace(kind, at);
      this.#say(kind === 'monaco' ? 'playground.leaveEditor' : null);
    } catch {
      if (!this.#editor) await this.#replace('textarea', at);
      this.#say('playground.editorFailed');
    } finally {
      clearTimeout(patience);
      this.#opening = false;
    }
  }

  /** Types at the cursor, or keeps the text until an editor is there to take it. */
  type(text: string): void {
    if (this.#editor) this.#editor.type(text);
    else this.#typed += text;
  }

  /**
   * Shows the results of a source's lines, line by line; it may be an earlier source than the one
   * shown.
   */
  *setLineResults(results: readonly LineResult[], of: string): Generator<Step> {
    this.#results = results;
    if (of !== this.#runLines.source) this.#runLines = new RunLines(of);
    yield* this.#showing();
  }

  /** The calls of a line that has a result, as a list. */
  callsAt(line: number): Html {
    const result = this.#resultsNow().find((each) => each.line === line)!;
    return callList(result, this.#context.words);
  }

  /** Whether the results shown came under other conditions than the next run would have. */
  haveOtherConditions(isSo: boolean): void {
    if (isSo === this.#hasOtherConditions) return;
    this.#hasOtherConditions = isSo;
    this.#showResults();
  }

  #showResults(): void {
    finish(this.#showing());
  }

  /** What was still to be shown of other results is given up. */
  #showing(): Generator<Step> {
    this.#shown.return(undefined);
    return (this.#shown = this.#pane.setLineResults(this.#resultsNow()));
  }

  #resultsNow(): readonly LineResult[] {
    const { source } = this;
    if (source !== this.#runLines.source)
      return resultsNow(this.#results, (line) => this.#runLines.now(line, source));
    if (!this.#hasOtherConditions) return this.#results;
    return this.#results.map((result) => ({ ...result, outdated: 'conditions' }));
  }

  setDiagnostics(diagnostics: readonly Diagnostic[]): void {
    this.#diagnostics = diagnostics;
    this.#pane.setDiagnostics(diagnostics);
  }

  markLine(line: number | null): void {
    this.#pane.markLine(line);
  }

  /** Marks a line by its number in the source whose run is shown, wherever it stands now. */
  markLineOfRun(line: number | null): void {
    const now = line === null ? null : this.#runLines.now(line, this.source);
    this.markLine(now?.line ?? null);
  }

  /** The number that a line had in the source whose run is shown; null for one that is new. */
  lineOfRun(line: number): number | null {
    return this.#runLines.then(line, this.source);
  }

  #setStatic(source: string): void {
    this.#source = source;
    this.#static.setSource(source === this.#given ? null : source);
    this.#changed();
  }

  #changed(): void {
    this.#showResults();
    this.#events.change();
  }

  #bridge(kind: EditorKind, at: TextPosition | null): void {
    if (kind === 'monaco' && !this.#editor)
      this.#take(createTextareaEditor(this.#options('textarea')), at, true);
  }

  async #replace(kind: EditorKind, at: TextPosition | null): Promise<void> {
    const options = this.#options(kind);
    let left: { at: TextPosition; hasFocus: boolean } | undefined;
    const editor = await create(kind, {
      ...options,
      source: () => {
        left = this.#editor && { at: this.#editor.position(), hasFocus: this.#hasFocus };
        return options.source();
      },
    });
    this.#take(editor, left?.at ?? at, left?.hasFocus ?? true);
  }

  get #hasFocus(): boolean {
    return this.#parts.editor.contains(document.activeElement);
  }

  #options(kind: EditorKind): EditorOptions {
    return {
      host: this.#parts.editor,
      source: () => this.source,
      language: this.#language,
      lang: this.#context.words.lang,
      context: this.#context,
      label: this.#parts.static.querySelector('.source')!.ariaLabel!,
      describedBy: this.#parts.diagnostics.id,
      settled: () => this.#composition.over(),
      show: () => this.#show(kind),
    };
  }

  #take(editor: Editor, at: TextPosition | null, takesFocus: boolean): void {
    this.#editor = this.#pane = editor;
    this.#showResults();
    editor.setDiagnostics(this.#diagnostics);
    editor.onChange(() => this.#changed());
    editor.onLine((line) => this.#events.line(line));
    if (takesFocus) editor.focus(at);
    if (this.#typed) editor.type(this.#typed);
    this.#typed = '';
  }

  #show(kind: EditorKind): void {
    this.#editor?.dispose();
    this.#parts.editor.dataset['kind'] = kind;
    this.#parts.static.hidden = true;
    this.#parts.editor.hidden = false;
  }

  #say(key: string | null): void {
    this.#parts.hint.textContent = key ? this.#context.words.say(key) : '';
  }
}

/** Within this time, it is better to wait than to change the page twice. */
const patienceMs = 400;

/** Monaco is loaded only on request; until it has arrived, the static code stays. */
async function create(kind: EditorKind, options: EditorOptions): Promise<Editor> {
  if (kind === 'textarea') return createTextareaEditor(options);
  const { createMonacoEditor } = await import('./editor/monaco-editor.ts');
  return createMonacoEditor(options);
}
