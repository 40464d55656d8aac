import { languageTable } from '../../playground-server/protocol/language-table.ts';
import type { Status } from '../../playground-server/protocol/index.ts';
import { html, type Html } from '../markup/html.ts';
import { duration } from '../words/quantity.ts';
import type { Words } from '../words/words.ts';
import { kernelList } from './kernel-list.ts';
import { preflightList } from './preflight-list.ts';
import { limitRows, machineRows, type Row } from './status-rows.ts';

/** Shown instead of a number that is missing. */
const none = '–';

/**
 * The content of the status page. For null it has everything but the numbers, as before the server
 * has answered and without JavaScript.
 */
export function statusView(status: Status | null, words: Words): Html {
  return html`${part('now', nowBars(status, words), words)}
  ${part('lastHour', lastHour(status, words), words)}
  ${part('limits', limits(status, words), words)}
  ${part('machine', list(machineRows(status, words)), words)}
  ${part('kernels', kernelList(status, words), words)}
  ${part('preflight', preflightList(status, words), words)}`;
}

function part(name: string, body: Html, words: Words): Html {
  return html`<section aria-labelledby="status-${name}">
    <h2 id="status-${name}">${words.say(`status.${name}`)}</h2>
    <p class="hint">${words.say(`status.${name}Hint`)}</p>
    ${body}
  </section>`;
}

function nowBars(status: Status | null, words: Words): Html {
  const { running, waiting, slots, places } = status?.queue ?? {};
  return html`<dl class="bars">
    ${bar(words.say('status.running'), running, slots, words)}
    ${bar(words.say('status.waiting'), waiting, places, words)}
  </dl>`;
}

/** One number out of another, as text and as a bar; the bar is for the eye only. */
function bar(name: string, value: number | undefined, of: number | undefined, words: Words): Html {
  const known = value !== undefined && of !== undefined;
  const share = known && of > 0 ? Math.min(100, (100 * value) / of) : 0;
  const text = known ? words.say('status.outOf', { value, of }) : none;
  return html`<div>
    <dt>${name}</dt>
    <dd>${text}<span class="bar" aria-hidden="true" style="--share: ${share}%"></span></dd>
  </div>`;
}

const measures = ['waited', 'firstEvent', 'total'] as const;

function lastHour(status: Status | null, words: Words): Html {
  const rows = measures.map((name) => {
    const found = status?.lastHour[name];
    const text = (ms: number | undefined) =>
      ms === undefined ? '' : duration(ms * 1e6, words.lang);
    return [words.say(`status.${name}`), text(found?.p50Ms), text(found?.p95Ms)];
  });
  const heads = [words.say('status.p50'), words.say('status.p95')];
  return html`${table(heads, rows)}${list(outcomeRows(status, words))}`;
}

function limits(status: Status | null, words: Words): Html {
  return table(
    Object.values(languageTable).map(({ name }) => name),
    limitRows(status, words),
  );
}

/** A table; the first cell of each row is its name. */
function table(heads: readonly string[], rows: readonly string[][]): Html {
  return html`<table>
    <thead>
      <tr>
        <td></td>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([name, ...values]) =>
          html`<tr>
            <th scope="row">${name}</th>
            ${values.map((value) => html`<td>${value || none}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function outcomeRows(status: Status | null, words: Words): Row[] {
  const count = new Intl.NumberFormat(words.lang);
  const { runs, outcomes = {} } = status?.lastHour ?? {};
  const ended = Object.entries(outcomes).toSorted(([, one], [, other]) => other - one);
  return [
    [words.say('status.runs'), runs === undefined ? none : count.format(runs)],
    ...ended.map(([kind, number]): Row => [
      words.say(`status.outcome.${kind}`),
      count.format(number),
    ]),
  ];
}

function list(rows: readonly Row[]): Html {
  return html`<dl>
    ${rows.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value || none}</dd>
        </div>`,
    )}
  </dl>`;
}
