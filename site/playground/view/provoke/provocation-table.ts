import { html } from '../../../markup/html.ts';
import type { Html } from '../../../markup/html.ts';
import type { Words } from '../../../words/words.ts';
import type { Provocation, Trial } from '../../client/provoke/provoke.ts';
import { runReport } from '../output/run-report.ts';

/** A row for each call, and in it a button for each failure, which opens the run. */
export function provocationTable(provocation: Provocation, words: Words): Html {
  const { trials } = provocation;
  const byCall = Map.groupBy([...trials.entries()], ([, { failure }]) => failure.row);
  return html`<p role="status">${statusOf(provocation, words)}</p>
    <table ${trials.length === 0 && html`hidden`}>
      <tbody>
        ${[...byCall].map(
          ([{ name, line }, cells]) =>
            html`<tr>
              <th scope="row">
                <code>${name}</code>${
                  line !== null &&
                  html` <small>${words.say('playground.kernels.line', { line })}</small>`
                }
              </th>
              <td>${cells.map(([at, trial]) => cell(at, trial, words))}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="hint" ${trials.length === 0 && html`hidden`}>${words.say('provoke.hint')}</p>`;
}

function statusOf({ trials, isOver, neverBegan }: Provocation, words: Words): string {
  if (neverBegan) return runReport(neverBegan, words).sentence;
  if (isOver && trials.length === 0) return words.say('provoke.nothing');
  const tried = trials.filter(({ fate }) => fate !== null);
  if (!isOver) return words.say('provoke.running', { done: tried.length, all: trials.length });
  const handled = tried.filter(({ fate }) => fate === 'handled').length;
  const over = words.say('provoke.over', { handled, all: tried.length });
  const left = trials.length - tried.length;
  return left === 0 ? over : `${over} ${words.say('provoke.untried', { left })}`;
}

const cell = (at: number, { failure, fate }: Trial, words: Words): Html =>
  html`<button type="button" data-trial="${at}" data-fate="${fate ?? 'untried'}">
    <code>${failure.name}</code> ${fate !== null && words.say(`provoke.${fate}`)}
  </button>`;
