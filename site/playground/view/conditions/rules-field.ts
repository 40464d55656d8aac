import { html } from '../../../markup/html.ts';
import type { Html } from '../../../markup/html.ts';
import type { Words } from '../../../words/words.ts';

/** Where a reader writes answers by rule, one a line. @param name of the control */
export const rulesField = (rules: string, name: string, id: string, words: Words): Html =>
  html`<div class="condition">
    <label>
      <span>${words.say('conditions.answer')}</span>
      <textarea
        name="${name}"
        rows="2"
        spellcheck="false"
        autocapitalize="off"
        placeholder="io_submit:error=EAGAIN:when=1"
        aria-describedby="${id}-answer-hint"
      >
${rules}</textarea>
    </label>
    <p class="hint" id="${id}-answer-hint">${words.say('conditions.answerHint')}</p>
  </div>`;
