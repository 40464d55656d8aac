import { hasEnded } from '../../client/run-state.ts';
import type { RunState } from '../../client/run-state.ts';
import { html } from '../../../markup/html.ts';
import type { Html } from '../../../markup/html.ts';
import type { Words } from '../../../words/words.ts';

/** What the program printed, in the order it came; the stream is named, not just coloured. Nothing of none. */
export function outputText(run: RunState, words: Words): Html {
  const { output } = run;
  const lost = mayHaveLost(run) && html`<p class="nothing">${words.say('playground.buffered')}</p>`;
  if (output.length === 0 && !run.began) return html``;
  if (output.length === 0)
    return html`<p class="nothing">${words.say('playground.noOutput')}</p>
      ${lost}`;
  return html`${output.map(
    ({ stream, text }) =>
      html`<div class="piece" data-stream="${stream}">
        <span class="stream">${stream}</span>
        <pre>${text}</pre>
      </div>`,
  )}${lost}`;
}

/** Into a pipe, stdio writes when its buffer is full or the program ends by itself: setvbuf(3). */
function mayHaveLost(run: RunState): boolean {
  const { phase, began, output, rows } = run;
  // Node writes to a pipe at once.
  const isBuffered = !rows.some(({ convention }) => convention === 'koffi');
  const isKilled = phase.kind !== 'finished' || phase.outcome.kind !== 'exited';
  return (
    began &&
    isBuffered &&
    hasEnded(run) &&
    isKilled &&
    output.every(({ stream }) => stream !== 'stdout')
  );
}
