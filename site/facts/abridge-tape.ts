import type { DecodedValue, RunEvent } from '../../playground-server/protocol/index.ts';

/** Elements of a list that a recorded tape shows; a live run shows all of them. */
const elementsShown = 3;

/** Shortens the long lists of a recorded run: some examples submit thousands of iocbs to make a point. */
export function abridgeTape(events: readonly RunEvent[]): RunEvent[] {
  return events.map((event) =>
    'arguments' in event ? { ...event, arguments: event.arguments.map(abridge) } : event,
  );
}

function abridge(value: DecodedValue): DecodedValue {
  if (value.kind !== 'array' || value.fields.length <= elementsShown + 1) return value;
  const fields = value.fields.slice(0, elementsShown);
  const gone = value.fields.length - fields.length;
  return { ...value, fields, leftOut: `${BigInt(value.leftOut) + BigInt(gone)}` };
}
