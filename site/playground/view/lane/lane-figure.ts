import { timeLane } from '../../client/time-lane.ts';
import type { CallLane, OperationLane, TimeLane } from '../../client/time-lane.ts';
import type { TapeRow } from '../../client/run-state.ts';
import { html } from '../../../markup/html.ts';
import type { Html } from '../../../markup/html.ts';
import { duration } from '../../../words/quantity.ts';
import type { TapeContext } from '../tape-context.ts';
import type { Words } from '../../../words/words.ts';
import { lanePicture } from './lane-picture.ts';
import { laneWords, opcodeOf } from './lane-words.ts';

/** A call that takes as long as this is worth a picture, even without an operation. */
const longNs = 1e6;

/** The time lane of a tape: a picture, the same in words, and a legend; or nothing. */
export function laneFigure(rows: readonly TapeRow[], { id, words }: TapeContext): Html | null {
  const lane = timeLane(rows);
  if (lane.operations.length === 0 && !rows.some(takesLong)) return null;
  return html`<div class="lane-rows">
      <ol aria-hidden="true">
        ${lane.calls.map((calls) => html`<li>${callLabel(calls, lane)}</li>`)}${lane.operations.map(
          ({ operation }, at) => html`<li>${at + 1} ${opcodeOf(operation)}</li>`,
        )}
      </ol>
      ${lanePicture(lane, id, words)}
      <ol aria-hidden="true">
        ${lane.calls.map((calls) => html`<li>${longest(calls, words)}</li>`)}${lane.operations.map(
          (operation) => html`<li>${life(operation, words)}</li>`,
        )}
      </ol>
    </div>
    ${legend(lane, words)}
    <details>
      <summary>${words.say('lane.inWords')}</summary>
      <ul>
        ${laneWords(lane, words).map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
    </details>`;
}

const takesLong = ({ status }: TapeRow): boolean =>
  status.kind !== 'returned' || Number(status.elapsedNs) >= longNs;

function callLabel({ name, thread }: CallLane, { calls }: TimeLane): Html {
  const hasThreads = calls.some((other) => other.thread !== thread);
  return html`${name}${hasThreads && html` <small>${thread}</small>`}`;
}

function longest({ spans }: CallLane, { lang }: Words): string {
  const times = spans.map(({ row: { status } }) =>
    status.kind === 'returned' ? Number(status.elapsedNs) : Infinity,
  );
  const longestNs = Math.max(...times);
  return longestNs === Infinity ? '…' : duration(longestNs, lang);
}

const life = ({ fromNs, toNs }: OperationLane, { lang }: Words): string =>
  toNs === null ? '…' : duration(toNs - fromNs, lang);

function legend({ operations, operationsLeftOut, callsLeftOut }: TimeLane, words: Words): Html {
  const key = (kind: string) =>
    html`<span><i data-key="${kind}"></i> ${words.say(`lane.${kind}`)}</span>`;
  const leftOut = [
    operationsLeftOut > 0 && words.say('lane.requests', { count: operationsLeftOut }),
    callsLeftOut > 0 && words.say('lane.calls', { count: callsLeftOut }),
  ].filter(Boolean);
  const isOpen = operations.some(({ fromNs, openUntilNs }) => openUntilNs > fromNs);
  return html`<p class="lane-legend">
    ${operations.length > 0 && html`${isOpen && key('open')} ${key('somewhere')} ${key('fetched')}`}
    <span>${words.say('lane.scale')}</span>
    ${leftOut.length > 0 && html`<span>${words.say('lane.leftOut', { things: leftOut.join(', ') })}</span>`}
  </p>`;
}
