import { adviseBeginners } from '../client/advise-beginners.ts';
import type { RunRequest } from '../../../playground-server/protocol/index.ts';
import { compareTapes } from '../client/compare-tapes.ts';
import { hasEnded } from '../client/run-state.ts';
import { callsDrawn } from '../client/time-lane.ts';
import type { Diagnostic, RunState, TapeRow } from '../client/run-state.ts';
import { CameOfIt } from './came-of-it.ts';
import { KeptRun } from './compare/kept-run.ts';
import { isGivenSame } from './conditions/given.ts';
import { areSameConditions } from './conditions/read-conditions.ts';
import { laneFigure } from './lane/lane-figure.ts';
import { diagnosticList } from './output/diagnostic-list.ts';
import { environmentList } from './output/environment-list.ts';
import { outputText } from './output/output-text.ts';
import { runReport } from './output/run-report.ts';
import type { Step } from './in-slices.ts';
import type { Parts } from './parts.ts';
import { reportText } from './output/report-text.ts';
import { rememberConditions } from './remember-conditions.ts';
import type { SourceSlot } from './source-slot.ts';
import type { TapeContext } from './tape-context.ts';
import { RingStepper } from './ring/ring-stepper.ts';
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
  readonly #ring: RingStepper;
  readonly #kept: KeptRun;
  #last: RunState | undefined;
  /** The request whose run is shown, and the one that was made last. */
  #shownOf: RunRequest | null;
  #askedOf: RunRequest | null;
  #provenance: string;

  /** @param given the request whose run was recorded */
  constructor(
    parts: Parts,
    context: TapeContext,
    source: SourceSlot,
    recorded: RunState,
    given: RunRequest,
  ) {
    this.#parts = parts;
    this.#context = context;
    this.#source = source;
    this.#recorded = recorded.rows;
    this.#shownOf = this.#askedOf = hasEnded(recorded) ? given : null;
    this.#provenance = parts.provenance.textContent;
    this.tape = new TapeView(parts.tape, context, recorded);
    this.#announcer = new CallAnnouncer(parts.announcement, context.words);
    this.#came = new CameOfIt(parts, context.words, source);
    this.#ring = new RingStepper(parts.lane, context.words, ({ line, call }) => {
      source.markLineOfRun(line);
      this.tape.mark(line, call);
    });
    this.#ring.show(recorded.rows);
    const keep = parts.tools.querySelector<HTMLElement>('[data-tool="keep"]')!;
    this.#kept = new KeptRun(keep, parts.output, context.words);
  }

  /** A run has been requested, and may yet never begin. */
  ask(request: RunRequest): void {
    this.#last = undefined;
    this.#askedOf = request;
    this.#source.markLine(null);
  }

  /** Shows a state part by part: each takes its time. */
  *show(state: RunState): Generator<Step> {
    const last = this.#last;
    this.#last = state;
    if (state.diagnostics !== last?.diagnostics)
      this.showDiagnostics(state, this.#askedOf?.source ?? '');
    // A run that never began leaves what is shown of another alone.
    if (state.began) {
      if (!last?.began) this.#begin();
      yield* this.#showRun(state, last?.began ? last : undefined);
    }
    this.#showReport(state);
    this.#came.show(state);
    this.#kept.show(state);
  }

  /** Marks what belongs to a run other than the one that would be requested now. */
  requestIs(now: RunRequest): void {
    const { tape, output, lane, report, came, provenance } = this.#parts;
    const [shown, asked] = [this.#outdated(this.#shownOf, now), this.#outdated(this.#askedOf, now)];
    const mark = (part: HTMLElement, said: string | null) => {
      if (said) part.dataset['outdated'] = said;
      else delete part.dataset['outdated'];
    };
    for (const part of [tape, output, lane, this.#ring.element]) mark(part, shown);
    for (const part of [report, came]) mark(part, asked);
    provenance.textContent = shown ?? this.#provenance;
    this.#source.haveOtherConditions(shown !== null);
  }

  /** How the results of a request are outdated by the present one; null if they still hold. */
  #outdated(of: RunRequest | null, now: RunRequest): string | null {
    const { words } = this.#context;
    if (of && of.source !== now.source) return words.say('playground.beforeChange');
    if (of && !(areSameConditions(of.conditions, now.conditions) && isGivenSame(of, now)))
      return words.say('playground.otherConditions');
    if (of && of.kernel !== now.kernel) return words.say('playground.otherKernel');
    return null;
  }

  /** Dims what is shown until it is replaced. */
  #begin(): void {
    this.#shownOf = this.#askedOf;
    this.tape.begin();
    this.#announcer.begin();
  }

  *#showRun(state: RunState, last?: RunState): Generator<Step> {
    if (state.rows.length > 0 || hasEnded(state)) yield* this.#showCalls(state, last);
    if (state.output !== last?.output || hasEnded(state)) this.#showOutput(state);
    yield;
    if (state.environment && state.environment !== last?.environment) this.#showEnvironment(state);
  }

  *#showCalls(state: RunState, last?: RunState): Generator<Step> {
    const comparison = compareTapes(this.#recorded, state.rows);
    if (state.rows !== last?.rows || state.untold !== last.untold) {
      yield* this.tape.show(state, comparison);
      yield;
      const results = lineResults(state, this.#context);
      yield* this.#source.setLineResults(results, this.#askedOf?.source ?? '');
      yield;
      this.#announcer.show(state);
      yield this.#showLane(state, last);
    }
    if (!hasEnded(state)) return;
    rememberConditions(state);
    const nothing = this.#context.words.say(nothingOf(state));
    this.tape.end(nothing, comparison.missing, state.untold);
    this.#ring.show(state.rows);
  }

  /**
   * Beyond what is drawn, only the number of calls that are left out grows.
   *
   * @returns what it takes to be drawn, in lines
   */
  #showLane(state: RunState, last?: RunState): number {
    const { rows } = state;
    if (last && !hasEnded(state) && last.rows.length > callsDrawn) return 0;
    const figure = laneFigure(rows, this.#context);
    const place = this.#parts['lane-figure'];
    this.#parts.lane.hidden = !figure;
    const isUnfolded = place.querySelector('details')?.open ?? false;
    place.innerHTML = figure?.markup ?? '';
    place.querySelector('details')?.toggleAttribute('open', isUnfolded);
    return Math.min(rows.length, callsDrawn) / barsOfLine;
  }

  /** Shows what the compiler says, whether in a run or in a check. */
  showDiagnostics({ diagnostics }: { diagnostics: readonly Diagnostic[] }, source: string): void {
    const { id, words } = this.#context;
    const advised = adviseBeginners(diagnostics, source);
    this.#parts.diagnostics.innerHTML = diagnosticList(advised, id, words).markup;
    // Nothing can be tried on what does not compile.
    const provoke = this.#parts.tools.querySelector<HTMLElement>('[data-tool="provoke"]')!;
    provoke.hidden = diagnostics.some(({ severity }) => severity === 'error');
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

/** So many bars of the lane are drawn as fast as one line of the tape. */
const barsOfLine = 5;

const neverTaken: ReadonlySet<RunState['phase']['kind']> = new Set(['rejected', 'unreachable']);

/** A crash is marked at its line, like what the compiler says. */
const crashAt = (line: number, message: string): Diagnostic => ({
  severity: 'error',
  line,
  column: 1,
  message,
});
