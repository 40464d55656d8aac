import type { Language } from '../../../playground-server/protocol/language-table.ts';
import type { Diagnostic } from '../client/run-state.ts';
import type { Editor, EditorOptions } from './editor/editor.ts';
import { createTextareaEditor } from './editor/textarea-editor.ts';
import type { Parts } from './parts.ts';
import { resultsNow } from './source/line-result.ts';
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
  readonly #label: string;
  readonly #language: Language;
  readonly #events: SourceSlotEvents;
  readonly #given: string;
  readonly #static: StaticSource;
  #pane: SourcePane;
  #editor: Editor | undefined;
  #opening = false;
  #typed = '';
  #source: string;
  #results: readonly LineResult[];
  /** The source that gave them. */
  #resultsOf: string;
  #diagnostics: readonly Diagnostic[] = [];

  constructor(
    parts: Parts,
    context: TapeContext,
    given: { source: string; language: Language; label: string; results: readonly LineResult[] },
    events: SourceSlotEvents,
  ) {
    this.#parts = parts;
    this.#context = context;
    this.#label = given.label;
    this.#language = given.language;
    this.#source = this.#given = this.#resultsOf = given.source;
    this.#results = given.results;
    this.#events = events;
    parts.diagnostics.id = `${context.id}-diagnostics`;
    this.#pane = this.#static = new StaticSource(parts.static, context);
  }

  /** An editor has been asked for, and is not there yet. */
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
    // From here what is typed is kept, wherever the wish to edit came from.
    this.#parts.static.querySelector('pre')?.focus({ preventScroll: true });
    try {
      await this.#replace(kind, at);
    } catch {
      await this.#replace('textarea', at);
      this.#say('playground.editorFailed');
    } finally {
      this.#opening = false;
    }
  }

  /** Types at the cursor, or keeps the text until an editor is there to take it. */
  type(text: string): void {
    if (this.#editor) this.#editor.type(text);
    else this.#typed += text;
  }

  /** Shows what the lines of a source have given; it may be an earlier one than is shown. */
  setLineResults(results: readonly LineResult[], of: string): void {
    this.#results = results;
    this.#resultsOf = of;
    this.#showResults();
  }

  #showResults(): void {
    this.#pane.setLineResults(resultsNow(this.#results, this.#resultsOf, this.source));
  }

  setDiagnostics(diagnostics: readonly Diagnostic[]): void {
    this.#diagnostics = diagnostics;
    this.#pane.setDiagnostics(diagnostics);
  }

  markLine(line: number | null): void {
    this.#pane.markLine(line);
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

  async #replace(kind: EditorKind, at: TextPosition | null): Promise<void> {
    const editor = await create(kind, {
      host: this.#parts.editor,
      source: this.source,
      language: this.#language,
      lang: this.#context.words.lang,
      context: this.#context,
      label: this.#label,
      describedBy: this.#parts.diagnostics.id,
      show: () => this.#show(kind),
    });
    this.#editor = this.#pane = editor;
    this.#showResults();
    editor.setDiagnostics(this.#diagnostics);
    editor.onChange(() => this.#changed());
    editor.onLine((line) => this.#events.line(line));
    editor.focus(at);
    if (this.#typed) editor.type(this.#typed);
    this.#typed = '';
    this.#say(kind === 'monaco' ? 'playground.leaveEditor' : null);
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

/** Monaco arrives only when it is asked for; until it is here, the static code stays. */
async function create(kind: EditorKind, options: EditorOptions): Promise<Editor> {
  if (kind === 'textarea') return createTextareaEditor(options);
  const { createMonacoEditor } = await import('./editor/monaco-editor.ts');
  return createMonacoEditor(options);
}
