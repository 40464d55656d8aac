import type { UntoldCalls } from '../../../../playground-server/protocol/index.ts';
import type { Untold } from '../../client/run-state.ts';
import { html } from '../../../markup/html.ts';
import type { Html } from '../../../markup/html.ts';
import type { TapeContext } from '../tape-context.ts';

/** As many lines are listed, those with the most calls; the others only counted. */
const mostListed = 12;

/** What stands behind the last row of a tape that had no room for more: how many calls each line made. */
export function untoldList({ calls, others = 0 }: Untold, { id, words }: TapeContext): Html {
  const number = new Intl.NumberFormat(words.lang);
  const most = calls.toSorted((a, b) => b.count - a.count);
  const listed = most.slice(0, mostListed);
  const rest = others + sum(most.slice(mostListed));
  const row = ({ line, name, count, failed }: UntoldCalls) =>
    html`<li>
      ${
        line === null
          ? html`<span class="line">·</span>`
          : html`<a class="line" href="#${id}-L${line}" data-to-line="${line}">${line}</a>`
      }
      <code>${name}</code>
      ×${number.format(count)}${failed > 0 && html`, ${words.say('playground.untoldFailed', { failed: number.format(failed) })}`}
    </li>`;
  return html`<div class="untold">
    <p>${words.say('playground.untold', { count: sum(calls) + others })}</p>
    <ul>
      ${listed.map(row)}
      ${rest > 0 && html`<li>${words.say('playground.untoldOthers', { others: number.format(rest) })}</li>`}
    </ul>
  </div>`;
}

const sum = (calls: readonly UntoldCalls[]): number =>
  calls.reduce((count, each) => count + each.count, 0);
