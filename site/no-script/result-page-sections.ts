import type { RunRequest, ShownResult } from '../../playground-server/protocol/index.ts';
import { html, type Html } from '../markup/html.ts';
import { applyEvents } from '../playground/client/apply-event.ts';
import { idleRun } from '../playground/client/run-state.ts';
import type { TapeContext } from '../playground/view/tape-context.ts';
import { playgroundHref } from '../share/playground-href.ts';
import type { Words } from '../words/words.ts';
import { whenText } from './when-text.ts';
import { resultSections } from './result-sections.ts';

const inJson = { calls: 'shared.moreCalls', output: 'shared.moreOutput' };

/** What the page of a result shows: where and when it ran, the run, and the ways on. */
export async function resultPageSections(
  { id, result, omitted }: ShownResult,
  context: TapeContext,
): Promise<Html> {
  const { words } = context;
  const { request, events } = result;
  const run = applyEvents(idleRun, events);
  const machine = run.environment;
  const when = whenText(result.ranAt, words);
  return html`<p>
      ${
        machine &&
        words.say('shared.ran', {
          kernel: machine.kernel,
          machine: machine.machine,
          when,
        })
      }
      ${words.say('shared.signed')}
    </p>
    <p class="result-ways">
      <a href="${await playgroundHref(words.lang, request)}">${words.say('share.open')}</a>
      <a href="/r/${id}.json">${words.say('shared.signedJson')}</a>
      <a href="/r/${id}.svg">${words.say('shared.picture')}</a>
      <a href="/r/${id}.png">${words.say('shared.picturePng')}</a>
    </p>
    ${compareForm(id, words)} ${asked(request, words)}
    ${resultSections(request.source, run, omitted, context, inJson)}`;
}

/** A program may have been given 64 KiB to read. */
const mostAsked = 1000;

/** What the run was asked for beyond the snippet and its kernel, if anything. */
function asked(request: RunRequest, words: Words): Html | false {
  const { language: _, source: __, kernel: ___, conditions, ...others } = request;
  const whole = JSON.stringify({ ...conditions, ...others });
  const json = whole.length > mostAsked ? `${whole.slice(0, mostAsked)}…` : whole;
  return json !== '{}' && html`<p>${words.say('shared.conditions')} <code>${json}</code></p>`;
}

/** Leads to the page about this result and another, whose address a reader has. */
const compareForm = (id: string, words: Words): Html =>
  html`<form class="result-ways" action="/r/${id}">
    <label>
      ${words.say('shared.compareWith')}
      <input
        name="with"
        required
        pattern=".*[0-9a-z]{19}.*"
        placeholder="/r/…"
        autocomplete="off"
      />
    </label>
    <button type="submit">${words.say('shared.compare')}</button>
  </form>`;
