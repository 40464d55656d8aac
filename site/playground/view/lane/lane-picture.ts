import type { CallLane, OperationLane, TimeLane } from '../../client/time-lane.ts';
import { timeScale } from '../../client/time-scale.ts';
import { html } from '../../../markup/html.ts';
import type { Html } from '../../../markup/html.ts';
import { toneOf } from '../tape/result-text.ts';
import type { Words } from '../../../words/words.ts';
import { laneWords } from './lane-words.ts';

/** Height of one row, in em of the picture's own text; the labels beside it have the same. */
const rowEm = 1.5;

/** Where a moment is drawn; what has not ended is drawn up to the end. */
type Place = (ns: number | null) => number;

/**
 * The lanes as SVG. Measured in percent across and in em down, so that it fits any width and any
 * size of text without being scaled.
 */
export function lanePicture(lane: TimeLane, id: string, words: Words): Html {
  const place = placeOf(lane);
  const rowOfCall = new Map(
    lane.calls.flatMap(({ spans }, at) => spans.map(({ row }) => [row.call, at] as const)),
  );
  const first = lane.calls.length;
  return html`<svg
    role="img"
    aria-label="${laneWords(lane, words).join(' ')}"
    height="${(first + lane.operations.length) * rowEm}em"
  >
    <pattern id="${id}-hatch" width="6" height="6" patternUnits="userSpaceOnUse">
      <path d="M-1 7 7-1M-1 1 1-1M5 7 7 5"></path>
    </pattern>
    ${[
      ...lane.calls.map((calls, at) => callBars(calls, at, place)),
      ...lane.operations.map((operation, at) => {
        const from = rowOfCall.get(operation.operation.submittedBy.call) ?? 0;
        const to = operation.endedBy && rowOfCall.get(operation.endedBy.call);
        return operationBar(operation, first + at, { from, to: to ?? null }, place, id);
      }),
    ]}
  </svg>`;
}

function placeOf({ calls, operations }: TimeLane): Place {
  const moments = [
    ...calls.flatMap(({ spans }) => spans.flatMap(({ fromNs, toNs }) => [fromNs, toNs])),
    ...operations.flatMap(({ openUntilNs, toNs }) => [openUntilNs, toNs]),
  ].filter((ns) => ns !== null);
  const isOpen = calls.some(({ spans }) => spans.some(({ toNs }) => toNs === null));
  // What has not ended extends beyond everything that has.
  const endNs = Math.max(...moments) * (isOpen ? 1.02 : 1);
  const scale = timeScale([...moments, endNs]);
  return (ns) => scale(ns ?? endNs) * 100;
}

const percent = (place: number): string => `${Math.round(place * 100) / 100}%`;
const em = (rows: number): string => `${Math.round(rows * rowEm * 100) / 100}em`;

function bar(row: number, from: number, to: number, attributes: Html): Html {
  return html`<rect
    x="${percent(from)}"
    y="${em(row + 0.25)}"
    width="${percent(to - from)}"
    height="${em(0.5)}"
    ${attributes}
  ></rect>`;
}

function callBars({ spans }: CallLane, row: number, place: Place): Html {
  return html`${spans.map(({ row: call, fromNs, toNs }) =>
    bar(row, place(fromNs), place(toNs), html`data-tone="${toneOf(call.status)}"`),
  )}`;
}

/** From its submission, past the last moment at which it was surely open, to its end. */
function operationBar(
  { fromNs, openUntilNs, toNs, end }: OperationLane,
  row: number,
  calls: { from: number; to: number | null },
  place: Place,
  id: string,
): Html {
  const [from, open, to] = [place(fromNs), place(openUntilNs), place(toNs)];
  return html`${stem(from, calls.from, row)}${calls.to !== null && stem(to, calls.to, row)}${
    open > from && bar(row, from, open, html`class="open"`)
  }${bar(row, open, to, html`class="somewhere" fill="url(#${id}-hatch)"`)}${
    end === 'fetched' &&
    html`<circle class="fetched" cx="${percent(to)}" cy="${em(row + 0.5)}" r="0.3em"></circle>`
  }`;
}

/** Joins an operation to the call that submitted or ended it. */
const stem = (place: number, from: number, to: number): Html =>
  html`<line
    x1="${percent(place)}"
    x2="${percent(place)}"
    y1="${em(from + 0.5)}"
    y2="${em(to + 0.5)}"
  ></line>`;
