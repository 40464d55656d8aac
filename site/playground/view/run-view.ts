import { adviseBeginners } from '../client/advise-beginners.ts';
import { compareTapes } from '../client/compare-tapes.ts';
import { hasEnded } from '../client/run-state.ts';
import type { Diagnostic, RunState, TapeRow } from '../client/run-state.ts';
import { CameOfIt } from './came-of-it.ts';
import { laneFigure } from './lane/lane-figure.ts';
import { diagnosticList } from './output/diagnostic-list.ts';
import { environmentList } from './output/environment-list.ts';
import { outputText } from './output/output-text.ts';
import { runReport } from './output/run-report.ts';
import type { Parts } from './parts.ts';
import { reportText } from './output/report-text.ts';
import type { SourceSlot } from './source-slot.ts';
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
  readonly #source: SourceSlot;
  readonly #recorded: readonly TapeRow[];
  readonly #announcer: CallAnnouncer;
  readonly #came: CameOfIt;
  #last: RunState | undefined;
  /** The source whose run is shown, and the one whose run was asked for last. */
  #shownOf: string | null;
  #askedOf: string | null;
  #provenance: string;

  constructor(parts: Parts, context: TapeContext, source: SourceSlot, recorded: RunState) {
    this.#parts = parts;
    this.#context = context;
    this.#source = source;
    this.#recorded = recorded.rows;
    this.#shownOf = this.#askedOf = hasEnded(recorded) ? source.source : null;
    this.#provenance = parts.provenance.textContent;
    this.tape = new TapeView(parts.tape, context);
    this.#announcer = new CallAnnouncer(parts.announcement, context.words);
    this.#came = new CameOfIt(parts, context.words, (line) => source.markLine(line));
  }

  /** A run of this source is asked for; whether it will ever begin is not known yet. */
  ask(source: string): void {
    this.#last = undefined;
    this.#askedOf = source;
    this.#source.markLine(null);
  }

  show(state: RunState): void {
    const last = this.#last;
    this.#last = state;
    if (state.diagnostics !== last?.diagnostics) this.showDiagnostics(state, this.#askedOf ?? '');
    // A run that never began says nothing about what is there of another.
    if (state.began) {
      if (!last?.began) this.#begin();
      this.#showRun(state, last?.began ? last : undefined);
    }
    this.#showReport(state);
    this.#came.show(state);
    this.sourceIs(this.#source.source);
  }

  /** Tells what belongs to a source that is no longer shown. */
  sourceIs(source: string): void {
    const { tape, output, lane, report, came, provenance } = this.#parts;
    const said = this.#context.words.say('playground.beforeChange');
    const mark = (part: HTMLElement, of: string | null) => {
      const isOld = of !== null && of !== source;
      if (isOld) part.dataset['outdated'] = said;
      else delete part.dataset['outdated'];
      return isOld;
    };
    for (const part of [output, lane]) mark(part, this.#shownOf);
    provenance.textContent = mark(tape, this.#shownOf) ? said : this.#provenance;
    for (const part of [report, came]) mark(part, this.#askedOf);
  }

  /** What is there steps back until it is replaced. */
  #begin(): void {
    this.#shownOf = this.#askedOf;
    this.tape.begin();
    this.#announcer.begin();
  }

  #showRun(state: RunState, last?: RunState): void {
    if (state.rows.length > 0 || hasEnded(state)) this.#showCalls(state, last);
    if (state.output !== last?.output || hasEnded(state)) this.#showOutput(state);
    if (state.environment && state.environment !== last?.environment) this.#showEnvironment(state);
  }

  #showCalls(state: RunState, last?: RunState): void {
    const comparison = compareTapes(this.#recorded, state.rows);
    if (state.rows !== last?.rows) {
      this.tape.show(state, comparison);
      this.#source.setLineResults(lineResults(state, this.#context), this.#askedOf ?? '');
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
  showDiagnostics({ diagnostics }: { diagnostics: readonly Diagnostic[] }, source: string): void {
    const { id, words } = this.#context;
    const advised = adviseBeginners(diagnostics, source);
    this.#parts.diagnostics.innerHTML = diagnosticList(advised, id, words).markup;
    this.#source.setDiagnostics(advised);
  }

  /** Earlier output stays until there is new, so that the page below does not jump. */
  #showOutput(state: RunState): void {
    const isOfThisRun = state.output.length > 0 || hasEnded(state);
    if (isOfThisRun) {
      this.#parts.output.innerHTML = outputText(state, this.#context.words).markup;
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
    this.#provenance = words.say('playground.live', { kernel });
  }

  #showReport(state: RunState): void {
    const { id, words } = this.#context;
    // That nobody answered is true of any source.
    if (neverTaken.has(state.phase.kind)) this.#askedOf = null;
    const said = runReport(state, words);
    const { report } = this.#parts;
    report.dataset['tone'] = said.tone;
    // A live region speaks on every change of its text, so the same text is left alone.
    if (report.textContent === said.sentence) return;
    report.innerHTML = reportText(said, id, words).markup;
    if (said.place) this.#source.setDiagnostics([crashAt(said.place.line, said.sentence)]);
  }
}

const neverTaken: ReadonlySet<RunState['phase']['kind']> = new Set(['rejected', 'unreachable']);

/** A crash is marked at its line, like what the compiler says. */
const crashAt = (line: number, message: string): Diagnostic => ({
  severity: 'error',
  line,
  column: 1,
  message,
});
