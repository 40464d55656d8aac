import type { DecodedValue, RunEvent } from '../../playground-server/protocol/index.ts';

/** Elements of a list that a recorded tape unfolds; a live run unfolds them all. */
const elementsShown = 3;

/** Shortens the long lists of a recorded run: some examples submit thousands of iocbs to make a point. */
export function abridgeTape(events: readonly RunEvent[]): RunEvent[] {
  return events.map((event) =>
    'arguments' in event ? { ...event, arguments: event.arguments.map(abridge) } : event,
  );
}

function abridge(value: DecodedValue): DecodedValue {
  const { fields = [] } = value;
  // Named fields of a structure stay; only elements of an array are many.
  const isArray = fields.some(({ name }) => name.endsWith(']'));
  if (!isArray || fields.length <= elementsShown + 1) return value;
  const left = fields.length - elementsShown;
  const rest: DecodedValue = { name: '…', text: `+ ${left}` };
  return { ...value, fields: [...fields.slice(0, elementsShown), rest] };
}
