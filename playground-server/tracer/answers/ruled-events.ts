import type { RuledEvent } from './answer-rules.ts';

/** The argument that says where a call's events are put, and `struct io_event`; linux/aio_abi.h. */
const eventsArgument = 3;
const eventBytes = 32n;
const resOffset = 16n;

/** Where in the program's memory the `res` of these events stand: 8 bytes each. */
export const resAddresses = (
  args: readonly bigint[],
  events: readonly RuledEvent[],
): readonly bigint[] =>
  events.map(({ index }) => (args[eventsArgument] ?? 0n) + BigInt(index) * eventBytes + resOffset);

/** What is to stand there, one `res` after another. */
export const resBytes = (events: readonly RuledEvent[]): Uint8Array =>
  new Uint8Array(BigInt64Array.from(events, ({ res }) => BigInt(res)).buffer);
