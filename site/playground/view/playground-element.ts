import type { RunRequest } from '../../../playground-server/protocol/index.ts';
import type { SharedSnippet } from '../../share/shared-snippet.ts';
import { applyEvent } from '../client/apply-event.ts';
import { hasEnded, idleRun, isUnderWay } from '../client/run-state.ts';
import type { RunState } from '../client/run-state.ts';
import { createRunStore } from '../client/run-store.ts';
import type { RunStore } from '../client/run-store.ts';
import { createExplainer } from '../client/explain/explain-errno.ts';
import { applyCodeZoom } from './code-zoom.ts';
import { ConditionsPanel } from './conditions/conditions-panel.ts';
import { Controls } from './controls.ts';
import { offerTools } from './output/run-tools.ts';
import type { RunTools } from './output/run-tools.ts';
import { findParts } from './parts.ts';
import type { Parts } from './parts.ts';
import { readSharedFacts } from './playground-facts.ts';
import type { PlaygroundFacts } from './playground-facts.ts';
import { RunView } from './run-view.ts';
import { editOnDemand } from './edit-on-demand.ts';
import { EditSession } from './edit-session.ts';
import { EditorTools } from './editor/editor-tools.ts';
import { joinLines } from './join-lines.ts';
import { SourceSlot } from './source-slot.ts';
import { lineResults } from './source/line-result.ts';
import { showLineCalls } from './source/show-line-calls.ts';
import type { EditorKind } from './source-slot.ts';
import type { TextPosition } from './source/text-position.ts';
import type { TapeContext } from './tape-context.ts';
import { browserEdits } from './browser-edits.ts';
import { whenNear } from './when-near.ts';
import { createWords } from '../../words/words.ts';

/** Looks the function up at each call, because a page may have replaced it. */
const fromServer: typeof fetch = (...request) => fetch(...request);

/** `<live-man-playground>`: brings the static example of Playground.astro to life. */
export class PlaygroundElement extends HTMLElement {
  #facts!: PlaygroundFacts;
  #source!: SourceSlot;
  #view!: RunView;
  #controls!: Controls;
  #session!: EditSession;
  #tools!: EditorTools;
  #conditions!: ConditionsPanel;
  #runTools!: RunTools;
  readonly #store: RunStore = createRunStore(fromServer);
  #frame = 0;
  /** Whether the tape shows a run of the unchanged example, so that its proofs hold. */
  #ranAsGiven = true;

  connectedCallback(): void {
    whenNear(this, () => this.#wake());
  }

  /** What the playground started with. */
  get facts(): PlaygroundFacts {
    return this.#facts;
  }

  /** Neither the source nor the conditions have been changed. */
  get isAsGiven(): boolean {
    return this.#source.source === this.#facts.source && this.#conditions.isOwn;
  }

  /** The playground's present content, as a link carries it. */
  get snippet(): SharedSnippet {
    return { ...this.#request(this.#source.source), example: this.#facts.example };
  }

  disconnectedCallback(): void {
    this.#store.cancel();
    this.#session?.end();
  }

  #wake(): void {
    const parts = findParts(this);
    const { lang, strings, errnos } = readSharedFacts();
    this.#facts = JSON.parse(parts.facts.textContent) as PlaygroundFacts;
    const words = createWords(lang, strings);
    const claims = () => (this.#ranAsGiven ? this.#facts.proves : []);
    const context = { id: this.id, words, explain: createExplainer(errnos, lang, claims) };
    const recorded = this.#facts.recorded.reduce(applyEvent, idleRun);
    this.#source = this.#sourceSlot(parts, context, recorded);
    this.#view = new RunView(parts, context, this.#source, recorded);
    this.#controls = new Controls(this, words, {
      run: () => this.#run(),
      cancel: () => this.#store.cancel(),
      edit: () => this.#edit(prefersPlain() ? 'textarea' : 'monaco'),
      plainEditor: () => this.#edit('textarea'),
      reset: () => this.#session.reset(),
      undoReset: () => this.#session.undoReset(),
    });
    this.#conditions = new ConditionsPanel(parts, context, this.#facts.conditions);
    this.#runTools = offerTools(parts, words, {
      request: () => this.#request(this.#source.source),
      received: () => this.#store.received,
    });
    this.#session = this.#editSession();
    this.#tools = new EditorTools(parts, words, this.#session);
    joinLines(parts, this.#source, this.#view.tape);
    showLineCalls(parts.static);
    showLineCalls(parts.editor);
    editOnDemand(parts.static, {
      isOpening: () => this.#source.isOpening,
      edit: (at) => void this.#edit('monaco', at),
      type: (text) => this.#source.type(text),
    });
    this.#store.subscribe((state) => this.#schedule(state));
    applyCodeZoom();
    const mayChange = !this.hasAttribute('data-read-only');
    if (mayChange && this.#session.restore())
      parts.hint.textContent = words.say('playground.editor.restored');
  }

  #sourceSlot(parts: Parts, context: TapeContext, recorded: RunState): SourceSlot {
    const { title, language, source } = this.#facts;
    const label = context.words.say('playground.sourceOf', { title });
    return new SourceSlot(
      parts,
      context,
      { source, language, label, results: lineResults(recorded, context) },
      {
        change: () => this.#changed(),
        line: (line) => this.#view.tape.mark(line, null),
      },
    );
  }

  #changed(): void {
    this.#session.changed();
    this.#view.sourceIs(this.#source.source);
  }

  #editSession(): EditSession {
    const { language, source, isForeign } = this.#facts;
    return new EditSession({
      key: `${this.id}/${language}`,
      original: source,
      origin: isForeign ? 'foreign' : 'example',
      slot: this.#source,
      controls: this.#controls,
      kept: browserEdits,
      fetchFrom: fromServer,
      request: (text) => this.#request(text),
      run: () => this.#run(),
      show: (check) => this.#view.showDiagnostics(check, this.#source.source),
    });
  }

  /** The request for a run of this source under the present conditions. */
  #request(source: string): RunRequest {
    const { language } = this.#facts;
    const conditions = this.#conditions.value;
    return { language, source, ...(conditions && { conditions }) };
  }

  #run(): void {
    this.#ranAsGiven = this.isAsGiven;
    this.#session.ran();
    const { source } = this.#source;
    this.#view.ask(source);
    void this.#store.run(this.#request(source));
  }

  async #edit(kind: EditorKind, at: TextPosition | null = null): Promise<void> {
    if (this.hasAttribute('data-read-only')) return;
    await this.#source.open(kind, at);
    this.#controls.opened(kind);
    this.#tools.show();
  }

  /** Events may arrive by the hundred, so the page is updated once per frame. */
  #schedule(state: RunState): void {
    this.#controls.running(isUnderWay(state));
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#view.show(this.#store.state);
      this.#conditions.show(this.#store.state);
      if (hasEnded(this.#store.state)) this.#runTools.refresh();
    });
  }
}

/** Monaco does not support touch. */
const prefersPlain = (): boolean => matchMedia('(pointer: coarse)').matches;
