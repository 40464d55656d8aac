import { compareTapes } from '../client/compare-tapes.ts';
import { hasEnded } from '../client/run-state.ts';
import type { Diagnostic, RunState, TapeRow } from '../client/run-state.ts';
import { laneFigure } from './lane/lane-figure.ts';
import { diagnosticList } from './output/diagnostic-list.ts';
import { environmentList } from './output/environment-list.ts';
import { outputText } from './output/output-text.ts';
import { runReport } from './output/run-report.ts';
import type { Parts } from './parts.ts';
import type { SourcePane } from './source/source-pane.ts';
import type { TapeContext } from './tape-context.ts';
import { lineResults } from './source/line-result.ts';
import { CallAnnouncer } from './tape/announce-calls.ts';
import { nothingOf } from './tape/nothing-of.ts';
import { TapeView } from './tape/tape-view.ts';

/** Shows the newest state of a run in the parts of a playground. */
export class RunView {
  readonly tape: TapeView;
  readonly #parts: Parts;
  readonly #context: TapeContext;
  readonly #source: SourcePane;
  readonly #recorded: readonly TapeRow[];
  readonly #announcer: CallAnnouncer;
  #last: RunState | undefined;

  constructor(
    parts: Parts,
    context: TapeContext,
    source: SourcePane,
    recorded: readonly TapeRow[],
  ) {
    this.#parts = parts;
    this.#context = context;
    this.#source = source;
    this.#recorded = recorded;
    this.tape = new TapeView(parts.tape, context);
    this.#announcer = new CallAnnouncer(parts.announcement, context.words);
  }

  /** Makes room for a new run: what is there steps back until it is replaced. */
  begin(): void {
    this.#last = undefined;
    this.tape.begin();
    this.#announcer.begin();
    this.#source.markLine(null);
  }

  show(state: RunState): void {
    const last = this.#last;
    this.#last = state;
    if (state.rows.length > 0 || hasEnded(state)) this.#showCalls(state, last);
    if (state.diagnostics !== last?.diagnostics) this.showDiagnostics(state);
    if (state.output !== last?.output || hasEnded(state)) this.#showOutput(state);
    if (state.environment && state.environment !== last?.environment) this.#showEnvironment(state);
    this.#showReport(state);
  }

  #showCalls(state: RunState, last?: RunState): void {
    const comparison = compareTapes(this.#recorded, state.rows);
    if (state.rows !== last?.rows) {
      this.tape.show(state, comparison);
      this.#source.setLineResults(lineResults(state, this.#context));
      this.#announcer.show(state);
      this.#showLane(state);
    }
    if (!hasEnded(state)) return;
    this.tape.end(this.#context.words.say(nothingOf(state)), comparison.missing);
  }

  #showLane({ rows }: RunState): void {
    const figure = laneFigure(rows, this.#context);
    const place = this.#parts['lane-figure'];
    this.#parts.lane.hidden = !figure;
    const isUnfolded = place.querySelector('details')?.open ?? false;
    place.innerHTML = figure?.markup ?? '';
    place.querySelector('details')?.toggleAttribute('open', isUnfolded);
  }

  /** What the compiler says, be it in a run or in a check. */
  showDiagnostics({ diagnostics }: { diagnostics: readonly Diagnostic[] }): void {
    const { id, words } = this.#context;
    this.#parts.diagnostics.innerHTML = diagnosticList(diagnostics, id, words).markup;
    this.#source.setDiagnostics(diagnostics);
  }

  /** Earlier output stays until there is new, so that the page below does not jump. */
  #showOutput(state: RunState): void {
    const isOfThisRun = state.output.length > 0 || hasEnded(state);
    if (isOfThisRun) {
      this.#parts.output.innerHTML = outputText(state.output, this.#context.words).markup;
    }
    this.#parts.output.toggleAttribute('data-stale', !isOfThisRun);
  }

  #showEnvironment({ environment, limits }: RunState): void {
    if (!environment || !limits) return;
    const { words } = this.#context;
    const list = environmentList(environment, limits, words);
    this.#parts.environment.hidden = false;
    this.#parts['environment-list'].innerHTML = list.markup;
    const { kernel } = environment;
    this.#parts.provenance.textContent = words.say('playground.live', { kernel });
  }

  #showReport(state: RunState): void {
    const { tone, sentence } = runReport(state, this.#context.words);
    const { report } = this.#parts;
    report.dataset['tone'] = tone;
    // A live region speaks on every change of its text, so the same text is left alone.
    if (report.textContent !== sentence) report.textContent = sentence;
  }
}
