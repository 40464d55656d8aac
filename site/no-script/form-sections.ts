import { uiLanguages } from '../../playground-server/protocol/index.ts';
import type { FormAnswer, OmittedEvents, RunForm } from '../../playground-server/protocol/index.ts';
import { applyEvent } from '../playground/client/apply-event.ts';
import { endRun } from '../playground/client/end-run.ts';
import { idleRun } from '../playground/client/run-state.ts';
import type { RunState } from '../playground/client/run-state.ts';
import { html } from '../markup/html.ts';
import type { Html } from '../markup/html.ts';
import type { TapeContext } from '../playground/view/tape-context.ts';
import { resultSections } from './result-sections.ts';
import { runForm } from '../playground/view/run-form.ts';

/** The content of the template page: what happened to the snippet, and the form for another run. */
export function formSections(form: RunForm, answer: FormAnswer, context: TapeContext): Html {
  const { words, id } = context;
  const from = placeOnSite.test(form.from) ? form.from : null;
  return html`${aboveForm(form, answer, context)}
    <h2>${words.say(answer.kind === 'ran' ? 'playground.form.again' : 'playground.form.edit')}</h2>
    ${runForm(form, `${id}-source`, words)}
    ${
      form.language === 'typescript' &&
      html`<p><a href="/${words.lang}/typescript/">${words.say('playground.form.module')}</a></p>`
    }
    ${from && html`<p><a href="${from}">${words.say('playground.form.back')}</a></p>`}`;
}

/** A page of the manual with an anchor; anything else that a form names is not linked. */
const placeOnSite = new RegExp(`^/(${uiLanguages.join('|')})/([\\w-]+/)*(#[\\w-]+)?$`);

const inTheBrowser = {
  calls: 'playground.form.moreCalls',
  output: 'playground.form.moreOutput',
};
const nothingOmitted: OmittedEvents = { calls: 0, outputLength: 0 };

function aboveForm(form: RunForm, answer: FormAnswer, context: TapeContext): Html {
  if (answer.kind !== 'held') {
    const omitted = answer.kind === 'ran' ? answer.omitted : nothingOmitted;
    return resultSections(form.source, stateOf(answer), omitted, context, inTheBrowser);
  }
  const sentence = context.words.say('playground.form.held');
  return html`<p class="report" data-tone="waiting">${sentence}</p>`;
}

function stateOf(answer: Exclude<FormAnswer, { kind: 'held' }>): RunState {
  if (answer.kind === 'ran') return answer.events.reduce(applyEvent, idleRun);
  const { problem, retryAfterSeconds } = answer;
  return endRun(idleRun, { kind: 'rejected', problem, retryAfterSeconds });
}
