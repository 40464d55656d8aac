import type { RunForm } from '../../../playground-server/protocol/index.ts';
import { wordsOf } from '../../../playground-server/protocol/argument-words.ts';
import { tapes, usualTape } from '../../../playground-server/protocol/tape.ts';
import { html } from '../../markup/html.ts';
import type { Html } from '../../markup/html.ts';
import type { Words } from '../../words/words.ts';
import { givenForm } from './conditions/given-form.ts';
import { rulesField } from './conditions/rules-field.ts';

/** The form with which a reader without JavaScript edits and runs a snippet. */
export function runForm(form: RunForm, id: string, words: Words): Html {
  const rows = Math.min(Math.max(form.source.split('\n').length + 1, 8), 40);
  const hidden = (name: keyof RunForm) =>
    form[name] && html`<input type="hidden" name="${name}" value="${form[name]}" />`;
  // A line feed right behind the tag is not part of the text.
  return html`<form class="run-form" method="post" action="/${words.lang}/run/">
    ${hidden('language')}${hidden('conditions')}${hidden('kernel')}${hidden('from')}
    <label for="${id}">${words.say('playground.form.source')}</label>
    <textarea
      id="${id}"
      name="source"
      rows="${rows}"
      wrap="off"
      spellcheck="false"
      autocapitalize="off"
      autocomplete="off"
    >
${form.source}</textarea>
    ${asked(form, id, words)}
    <button type="submit" class="run">${words.say('playground.run')}</button>
  </form>`;
}

/** What else a run may be asked for, unfolded where something is. */
function asked(form: RunForm, id: string, words: Words): Html {
  const { rules, stdin } = form;
  const tape = tapes.find((each) => each === form.tape) ?? usualTape;
  const isUsual = rules + form.arguments + stdin === '' && tape === usualTape;
  const given = { tape, arguments: wordsOf(form.arguments), stdin };
  return html`<details class="conditions" ${!isUsual && html`open`}>
    <summary>${words.say('conditions.title')}</summary>
    ${givenForm(given, id, words)} ${rulesField(rules, 'rules', id, words)}
  </details>`;
}
