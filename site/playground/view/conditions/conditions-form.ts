import { printInjection } from '../../../../playground-server/protocol/injection.ts';
import { refusableCalls } from '../../../../playground-server/protocol/refusable-call.ts';
import { scratches } from '../../../../playground-server/protocol/scratch.ts';
import type { Conditions } from '../../../../playground-server/protocol/index.ts';
import { html } from '../../../markup/html.ts';
import type { Html } from '../../../markup/html.ts';
import type { Words } from '../../../words/words.ts';
import { controlNames } from './read-conditions.ts';
import { rulesField } from './rules-field.ts';

/**
 * The controls for the conditions of a run. Each says which real-world situation it imitates.
 * Without JavaScript, they work inside a form as they are.
 */
export function conditionsForm(
  { addressSpaceMiB, refuse = {}, answer = [], scratch }: Conditions,
  id: string,
  words: Words,
): Html {
  return html`<fieldset aria-describedby="${id}-refuse-hint">
      <legend>${words.say('conditions.refuse')}</legend>
      <div class="refusals">
        ${refusableCalls.map((call) =>
          choice(call, controlNames.refuse + call, refuse[call] ?? '', [
            ['', words.say('conditions.kernelAnswers')],
            ['ENOSYS', 'ENOSYS'],
            ['EPERM', 'EPERM'],
          ]),
        )}
      </div>
      ${hint(id, 'refuse', words)}
    </fieldset>
    ${rulesField(answer.map(printInjection).join('\n'), controlNames.answer, id, words)}
    <div class="condition">
      <label>
        <span>${words.say('conditions.memory')}</span>
        <input
          type="number"
          name="${controlNames.memory}"
          min="8"
          max="1024"
          value="${addressSpaceMiB ?? ''}"
          placeholder="—"
          aria-describedby="${id}-memory-hint"
        />
        ${words.say('conditions.mebibytes')}
      </label>
      ${hint(id, 'memory', words)}
    </div>
    <div class="condition">
      ${choice(
        words.say('conditions.scratch'),
        controlNames.scratch,
        scratch ?? 'tmpfs',
        scratches.map((each) => [each, words.say(`conditions.scratch.${each}`)]),
        `${id}-scratch-hint`,
      )}
      ${hint(id, 'scratch', words)}
    </div>`;
}

const hint = (id: string, condition: string, words: Words): Html =>
  html`<p class="hint" id="${id}-${condition}-hint">
    ${words.say(`conditions.${condition}Hint`)}
  </p>`;

function choice(
  label: string,
  name: string,
  chosen: string,
  options: readonly (readonly [string, string])[],
  describedBy?: string,
): Html {
  return html`<label>
    <span>${label}</span>
    <select name="${name}" ${describedBy && html`aria-describedby="${describedBy}"`}>
      ${options.map(
        ([value, text]) =>
          html`<option value="${value}" ${value === chosen && html`selected`}>${text}</option>`,
      )}
    </select>
  </label>`;
}
