import type { RingStep, SlotEvent } from '../../client/ring-steps.ts';
import type { Html } from '../../../markup/html.ts';
import { html } from '../../../markup/html.ts';
import type { Words } from '../../../words/words.ts';

/** As many slots as fit beside each other. */
const slotsDrawn = 12;
/** How much of what was read before stays in sight. */
const slotsBehind = 4;

/** One step of a ring: what a sentence says of it, and its slots around the head. */
export function ringFigure(
  step: RingStep,
  nameOf: (iocb: string) => string | null,
  words: Words,
): Html {
  return html`<p aria-live="polite">${sentences(step, nameOf, words).join(' ')}</p>
    <ol aria-hidden="true">
      ${slotsOf(step).map((slot) => slotBox(slot, step, nameOf))}
    </ol>`;
}

function sentences(
  { row, context, ring, inFlight }: RingStep,
  nameOf: (hex: string) => string | null,
  words: Words,
): string[] {
  const { head, tail, slots } = ring;
  const unread = (tail - head + slots) % slots;
  const call =
    row.line === null
      ? row.name
      : words.say('lane.said.ofLine', { call: row.name, line: row.line });
  return [
    words.say('ring.after', { call, context: nameOf(context) ?? context, head, tail, slots }),
    unread > 0 ? words.say('ring.unread', { count: unread }) : words.say('ring.allRead'),
    ...(inFlight > 0 ? [words.say('ring.inFlight', { count: inFlight })] : []),
  ];
}

function slotsOf({ ring: { head, slots } }: RingStep): number[] {
  const first = Math.max(0, Math.min(head - slotsBehind, slots - slotsDrawn));
  return Array.from({ length: Math.min(slotsDrawn, slots) }, (_, at) => first + at);
}

function slotBox(
  slot: number,
  { ring: { head, tail }, events }: RingStep,
  nameOf: (iocb: string) => string | null,
): Html {
  const event = events.find((one) => one.slot === slot);
  return html`<li
    data-state="${event ? (event.isRead ? 'read' : 'unread') : 'empty'}"
    ${slot === head && html`data-head`}
    ${slot === tail && html`data-tail`}
  >
    <small>${slot}</small>${event && content(event, nameOf)}
  </li>`;
}

const content = ({ iocb, res }: SlotEvent, nameOf: (iocb: string) => string | null): Html =>
  html`<span>${nameOf(iocb) ?? 'iocb'}</span
    ><b ${res.startsWith('-') && html`data-tone="failed"`}>${res}</b>`;
