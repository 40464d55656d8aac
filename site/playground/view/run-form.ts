import type { RunForm } from '../../../playground-server/protocol/index.ts';
import { html } from '../../markup/html.ts';
import type { Html } from '../../markup/html.ts';
import type { Words } from '../../words/words.ts';

/** The form with which a reader without JavaScript edits and runs a snippet. */
export function runForm(form: RunForm, id: string, words: Words): Html {
  const rows = Math.min(Math.max(form.source.split('\n').length + 1, 8), 40);
  const hidden = (name: keyof RunForm) =>
    form[name] && html`<input type="hidden" name="${name}" value="${form[name]}" />`;
  // A line feed right behind the tag is not part of the text.
  return html`<form class="run-form" method="post" action="/${words.lang}/run/">
    ${hidden('language')}${hidden('conditions')}${hidden('kernel')}${hidden('tape')}
    ${hidden('arguments')}${hidden('stdin')}${hidden('from')}
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
    <button type="submit" class="run">${words.say('playground.run')}</button>
  </form>`;
}
