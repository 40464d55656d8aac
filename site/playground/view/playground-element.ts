import type { RunRequest } from '../../../playground-server/protocol/index.ts';
import { tapes, usualTape, type Tape } from '../../../playground-server/protocol/tape.ts';
import type { SharedSnippet } from '../../share/shared-snippet.ts';
import { applyEvent } from '../client/apply-event.ts';
import { hasEnded, idleRun, isUnderWay } from '../client/run-state.ts';
import type { RunState } from '../client/run-state.ts';
import { fromServer } from '../client/from-server.ts';
import { withRule } from '../client/provoke/provoke.ts';
import { createRunStore } from '../client/run-store.ts';
import { sharableRun } from '../client/sharable-run.ts';
import type { RunStore } from '../client/run-store.ts';
import { createExplainer } from '../client/explain/explain-errno.ts';
import { applyCodeZoom } from './code-zoom.ts';
import { ConditionsPanel } from './conditions/conditions-panel.ts';
import { areSameConditions } from './conditions/read-conditions.ts';
import { Controls } from './controls.ts';
import { KernelChoice } from './kernel/kernel-choice.ts';
import { KernelComparison } from './kernel/kernel-comparison.ts';
import { takenRun } from './output/taken-run.ts';
import { offerTools, type RunTools } from './output/run-tools.ts';
import { findParts, type Parts } from './parts.ts';
import { tellPage } from './playground-events.ts';
import { readSharedFacts, type PlaygroundFacts } from './playground-facts.ts';
import { offerProvocation } from './provoke/offer-provocation.ts';
import { RunView } from './run-view.ts';
import { editOnDemand } from './edit-on-demand.ts';
import type { Step } from './in-slices.ts';
import { EditSession } from './edit-session.ts';
import { explainErrnos } from './errno/errno-panel.ts';
import { EditorTools } from './editor/editor-tools.ts';
import { prefersPlain } from './editor/prefers-plain.ts';
import { joinLines } from './join-lines.ts';
import { offerTape } from './tape/offer-tape.ts';
import { SourceSlot } from './source-slot.ts';
import { lineResults } from './source/line-result.ts';
import { ShownStates } from './show-states.ts';
import { showLineCalls } from './source/show-line-calls.ts';
import type { EditorKind } from './source-slot.ts';
import type { TextPosition } from './source/text-position.ts';
import type { TapeContext } from './tape-context.ts';
import { browserEdits, browserRuns } from './browser-kept.ts';
import { whenNear } from './when-near.ts';
import { createWords } from '../../words/words.ts';

/** `<live-man-playground>`: brings the static example of Playground.astro to life. */
export class PlaygroundElement extends HTMLElement {
  #facts!: PlaygroundFacts;
  #source!: SourceSlot;
  #view!: RunView;
  #controls!: Controls;
  #session!: EditSession;
  #tools!: EditorTools;
  #conditions!: ConditionsPanel;
  #kernel!: KernelChoice;
  #comparison!: KernelComparison;
  #runTools!: RunTools;
  readonly #store: RunStore = createRunStore(fromServer);
  readonly #shown = new ShownStates(this.#store, (state) => this.#show(state));
  /** The request that was made last. */
  #asked: RunRequest | null = null;
  /** The own kernel that the example was recorded on; else it was that of a machine that serves. */
  #recordedOn: string | undefined;
  /** Whether the tape shows a run of the unchanged example, so that its proofs hold. */
  #ranAsGiven = true;

  static observedAttributes = ['data-held', 'data-kernel', 'data-calls'];

  connectedCallback(): void {
    this.#rest();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (name === 'data-held') return this.#rest();
    if (before === now || !this.#kernel) return;
    if (name === 'data-calls') this.#conditions.ask(this.#calls);
    else this.#kernel.restart(now ?? undefined);
  }

  /** The calls to tell, as the page around it says. */
  get #calls(): Tape | undefined {
    return tapes.find((each) => each === this.dataset['calls']);
  }

  /** What the playground started with. */
  get facts(): PlaygroundFacts {
    return this.#facts;
  }

  /** Neither the source nor the conditions have been changed. */
  get isAsGiven(): boolean {
    return this.#conditions.isOwn && this.#source.source === this.#facts.source;
  }

  /** The playground's present content, as a link carries it. */
  get snippet(): SharedSnippet {
    return { ...this.#present(), kernel: this.#kernel.shared, example: this.#facts.example };
  }

  disconnectedCallback(): void {
    this.#cancel();
    this.#session?.end();
  }

  /** Sleeps until the reader comes; held, until the page has said how it is to wake up. */
  #rest(): void {
    if (this.isConnected && !this.hasAttribute('data-held')) whenNear(this, () => this.#wake());
  }

  #wake(): void {
    const parts = findParts(this);
    const { lang, strings, errnos } = readSharedFacts();
    const given = JSON.parse(parts.facts.textContent) as PlaygroundFacts;
    this.#recordedOn = given.kernel;
    this.#facts = {
      ...given,
      kernel: this.dataset['kernel'] ?? given.kernel,
      given: { ...given.given, ...(this.#calls && { tape: this.#calls }) },
    };
    const words = createWords(lang, strings, Number(this.dataset['firstLine'] ?? 1));
    const claims = () => (this.#ranAsGiven ? this.#facts.proves : []);
    const explain = createExplainer(errnos, lang, claims);
    const mayTellFiles = () => (this.#asked?.tape ?? usualTape) === usualTape && !!this.#asked;
    const context = { id: this.id, words, explain, mayTellFiles };
    const recorded = this.#facts.recorded.reduce(applyEvent, idleRun);
    this.#source = this.#sourceSlot(parts, context, recorded);
    this.#view = new RunView(parts, context, this.#source, recorded, this.#facts);
    this.#controls = new Controls(this, words, {
      run: () => this.#run(),
      cancel: () => this.#cancel(),
      edit: () => this.#edit(prefersPlain() ? 'textarea' : 'monaco'),
      plainEditor: () => this.#edit('textarea'),
      reset: () => this.#session.reset(),
      undoReset: () => this.#session.undoReset(),
    });
    this.#conditions = new ConditionsPanel(parts, context, this.#facts, () => {
      this.#kernel.refresh();
      this.#view.requestIs(this.#present());
    });
    this.#kernel = new KernelChoice(parts.kernel, context, this.#facts, this.#conditions, () =>
      this.#view.requestIs(this.#present()),
    );
    this.#comparison = new KernelComparison(fromServer, parts.output, context);
    this.#runTools = offerTools(parts, words, {
      request: () => this.#present(),
      received: () => this.#store.received,
      taken: () => takenRun(this.#asked, this.#store.received, this.#facts),
      sharable: () => sharableRun(this.#store.state, this.#store.received),
    });
    offerProvocation(parts, errnos, words, {
      request: () => this.#present(),
      open: (rule) => {
        this.#conditions.take(withRule(this.#present(), rule));
        this.#run();
      },
    });
    this.#session = this.#editSession();
    this.#tools = new EditorTools(parts, words, this.#session);
    explainErrnos(this, words);
    joinLines(parts, this.#source, this.#view.tape);
    offerTape(parts.tape, (tape) => {
      this.#conditions.tape = tape;
      this.#run();
    });
    for (const pane of [parts.static, parts.editor])
      showLineCalls(pane, (line) => this.#source.callsAt(line));
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
    this.#restoreRun();
  }

  /** Names the example and its variant among all that this browser keeps. */
  get #key(): string {
    return `${this.id}/${this.#facts.language}`;
  }

  /** Shows the last run again after a reload, or when the reader comes back. */
  #restoreRun(): void {
    const last = browserRuns.load(this.#key);
    if (!last) return;
    this.#begin(last.request);
    this.#store.resume(last.lines);
  }

  #sourceSlot(parts: Parts, context: TapeContext, recorded: RunState): SourceSlot {
    const { language, source } = this.#facts;
    return new SourceSlot(
      parts,
      context,
      { source, language, results: lineResults(recorded, context) },
      {
        change: () => this.#changed(),
        line: (line) => this.#view.tape.mark(this.#source.lineOfRun(line), null),
      },
    );
  }

  #changed(): void {
    tellPage(this, 'edited', { source: this.#source.source });
    this.#session.changed();
    this.#view.requestIs(this.#present());
  }

  #editSession(): EditSession {
    const { source, isForeign } = this.#facts;
    return new EditSession({
      key: this.#key,
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

  /** The request for a run of this source under the present conditions, on the kernel chosen. */
  #request(source: string): RunRequest {
    const { language } = this.#facts;
    const conditions = this.#conditions.value;
    const kernel = this.#kernel.value;
    const asked = { ...(conditions && { conditions }), ...(kernel && { kernel }) };
    return { language, source, ...asked, ...this.#conditions.given };
  }

  /** The request that a press of Run would make now. */
  #present(): RunRequest {
    return this.#request(this.#source.source);
  }

  #run(): void {
    this.#session.ran();
    const request = this.#present();
    this.#begin(request);
    tellPage(this, 'run', request);
    void this.#store.run(request);
    this.#runTools.refresh();
    void this.#comparison.begin(request, this.#kernel.compared);
  }

  #cancel(): void {
    this.#store.cancel();
    this.#comparison?.cancel();
  }

  #begin(request: RunRequest): void {
    const { source, conditions } = this.#facts;
    const isSame =
      areSameConditions(request.conditions, conditions) && request.kernel === this.#recordedOn;
    this.#ranAsGiven = request.source === source && isSame;
    this.#asked = request;
    this.#shown.finish();
    this.#view.ask(request);
  }

  async #edit(kind: EditorKind, at: TextPosition | null = null): Promise<void> {
    if (this.hasAttribute('data-read-only')) return;
    await this.#source.open(kind, at);
    this.#controls.opened(kind);
    this.#tools.show();
  }

  #schedule(state: RunState): void {
    tellPage(this, 'state', state);
    this.#controls.running(isUnderWay(state));
    this.#shown.schedule();
  }

  *#show(state: RunState): Generator<Step> {
    // First of all: a reader may leave as soon as they have seen what they wanted.
    if (hasEnded(state)) this.#ended();
    yield;
    yield* this.#view.show(state);
    this.#comparison.show(state);
    this.#view.requestIs(this.#present());
    this.#conditions.show(state);
  }

  #ended(): void {
    this.#runTools.refresh();
    const { state, received: lines } = this.#store;
    tellPage(this, 'ended', state);
    // A run that never began has nothing that a reader would come back for.
    if (state.began && this.#asked) browserRuns.keep(this.#key, { request: this.#asked, lines });
  }
}
