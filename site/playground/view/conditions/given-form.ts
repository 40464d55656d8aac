import { typedWords } from '../../../../playground-server/protocol/argument-words.ts';
import { tapes, usualTape } from '../../../../playground-server/protocol/tape.ts';
import { html } from '../../../markup/html.ts';
import type { Html } from '../../../markup/html.ts';
import type { Words } from '../../../words/words.ts';
import { givenNames, type Given } from './given.ts';

/** The controls for what stands on the tape, and for what the program is given. */
export const givenForm = (
  { tape = usualTape, arguments: args = [], stdin = '' }: Given,
  id: string,
  words: Words,
): Html =>
  html`<div class="condition">
      <label>
        <span>${words.say('conditions.tape')}</span>
        <select name="${givenNames.tape}" aria-describedby="${id}-tape-hint">
          ${tapes.map(
            (each) =>
              html`<option value="${each}" ${each === tape && html`selected`}>
                ${words.say(`conditions.tape.${each}`)}
              </option>`,
          )}
        </select>
      </label>
      <p class="hint" id="${id}-tape-hint">${words.say('conditions.tapeHint')}</p>
    </div>
    <div class="condition">
      <label>
        <span>${words.say('conditions.arguments')}</span>
        <input
          type="text"
          name="${givenNames.arguments}"
          value="${typedWords(args)}"
          autocomplete="off"
          spellcheck="false"
          aria-describedby="${id}-given-hint"
        />
      </label>
      <label>
        <span>${words.say('conditions.stdin')}</span>
        <textarea
          name="${givenNames.stdin}"
          rows="2"
          spellcheck="false"
          aria-describedby="${id}-given-hint"
        >
${stdin}</textarea>
      </label>
      <p class="hint" id="${id}-given-hint">${words.say('conditions.givenHint')}</p>
    </div>`;
