import type { RunState } from '../client/run-state.ts';
import type { Words } from '../../words/words.ts';
import { runSummary } from './output/run-summary.ts';
import type { RunSummary } from './output/run-summary.ts';
import type { Parts } from './parts.ts';

/** Says beside Run what came of it; a press leads there. */
export class CameOfIt {
  readonly #parts: Parts;
  readonly #words: Words;
  #place: RunSummary['place'] = { kind: 'report' };

  constructor(parts: Parts, words: Words, markLine: (line: number) => void) {
    this.#parts = parts;
    this.#words = words;
    parts.came.title = words.say('playground.came.hint');
    parts.came.addEventListener('click', () => this.#go(markLine));
  }

  show(state: RunState): void {
    const { tone, text, place } = runSummary(state, this.#words);
    const { came } = this.#parts;
    this.#place = place;
    came.hidden = false;
    came.dataset['tone'] = tone;
    came.textContent = text;
  }

  #go(markLine: (line: number) => void): void {
    const { report, tape, 'source-side': source } = this.#parts;
    const place = this.#place;
    if (place.kind === 'report') return report.scrollIntoView({ block: 'center' });
    if (place.line) markLine(place.line);
    const seen =
      place.kind === 'call'
        ? tape.querySelector<HTMLElement>(`[data-call="${place.call}"]:not([data-stale])`)
        : source.querySelector<HTMLElement>(`.line[data-line="${place.line}"]`);
    if (place.kind === 'call') seen?.querySelector<HTMLElement>('a.line')?.click();
    (seen?.checkVisibility() ? seen : source).scrollIntoView({ block: 'center' });
  }
}
