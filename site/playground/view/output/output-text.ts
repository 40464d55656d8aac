import type { OutputPiece } from '../../client/run-state.ts';
import { html } from '../../../markup/html.ts';
import type { Html } from '../../../markup/html.ts';
import type { Words } from '../../../words/words.ts';

/** What the program printed, in the order it came; the stream is named, not just coloured. */
export function outputText(output: readonly OutputPiece[], words: Words): Html {
  if (output.length === 0) return html`<p class="nothing">${words.say('playground.noOutput')}</p>`;
  return html`${output.map(
    ({ stream, text }) =>
      html`<div class="piece" data-stream="${stream}">
        <span class="stream">${stream}</span>
        <pre>${text}</pre>
      </div>`,
  )}`;
}
