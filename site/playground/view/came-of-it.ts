import type { RunState } from '../client/run-state.ts';
import type { Words } from '../../words/words.ts';
import { runSummary } from './output/run-summary.ts';
import type { RunSummary } from './output/run-summary.ts';
import type { Parts } from './parts.ts';
import type { SourceSlot } from './source-slot.ts';

/** Shows a run's result beside Run; pressing it leads to the place it is about. */
export class CameOfIt {
  readonly #parts: Parts;
  readonly #words: Words;
  #place: RunSummary['place'] = { kind: 'report' };

  constructor(parts: Parts, words: Words, source: Pick<SourceSlot, 'markLineOfRun'>) {
    this.#parts = parts;
    this.#words = words;
    parts.came.title = words.say('playground.came.hint');
    parts.came.addEventListener('click', () => this.#go(source));
  }

  show(state: RunState): void {
    const { tone, text, place } = runSummary(state, this.#words);
    const { came } = this.#parts;
    this.#place = place;
    came.hidden = false;
    came.dataset['tone'] = tone;
    came.textContent = text;
  }

  #go(source: Pick<SourceSlot, 'markLineOfRun'>): void {
    const { report, tape, 'source-side': side } = this.#parts;
    const place = this.#place;
    if (place.kind === 'report') return report.scrollIntoView({ block: 'center' });
    if (place.line) source.markLineOfRun(place.line);
    const seen =
      place.kind === 'call'
        ? tape.querySelector<HTMLElement>(`[data-call="${place.call}"]:not([data-stale])`)
        : side.querySelector<HTMLElement>('.line[data-marked]');
    if (place.kind === 'call') seen?.querySelector<HTMLElement>('a.line')?.click();
    (seen?.checkVisibility() ? seen : side).scrollIntoView({ block: 'center' });
  }
}
