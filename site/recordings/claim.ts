import type { RunEvent } from '../../playground-server/protocol/index.ts';
import type { ErrorConditionFacts } from '../facts/call-schema.ts';
import type { ExampleFacts } from '../facts/example-schema.ts';
import { expectedCalls } from '../facts/expected-calls.ts';
import type { Lens } from '../facts/lens-table.ts';
import { deliveredBy, differences, isExit } from './kept-promise.ts';

/** A tape of an example. */
export interface ClaimedTape {
  facts: ExampleFacts;
  lens: Lens;
  events: readonly RunEvent[];
  /** whether it says what the one beside the example says */
  isSame: boolean;
}

/** Whether a tape shows what is claimed, by what its kernel answered. */
export type Claim = (tape: ClaimedTape) => boolean;

/** That everything is as the example promises and shows. */
export const wholePromise: Claim = ({ facts, lens, events, isSame }) =>
  isSame &&
  differences({ facts, lens }, events).length === 0 &&
  events.filter(isExit).every(({ verdict }) => verdict === 'kernel');

/** That a condition's errno comes, from its call or with an event, wherever the example promises it. */
export function errorCondition(
  call: string,
  { shows, errno }: Pick<ErrorConditionFacts, 'shows' | 'errno'>,
): Claim {
  return ({ facts, lens, events }) => {
    const [promised, seen] =
      shows === 'event-res'
        ? [facts.delivers ?? [], deliveredBy(events)]
        : [promisedErrnos(facts, lens, call), seenErrnos(events, call)];
    return (
      promised.includes(errno) && promised.every((one, at) => one !== errno || seen[at] === errno)
    );
  };
}

const promisedErrnos = (facts: ExampleFacts, lens: Lens, call: string) =>
  expectedCalls(facts, lens)
    .filter((expected) => expected.call === call)
    .map(({ errno }) => errno);

/** Those of the calls of one name; null where somebody other than the kernel answered. */
const seenErrnos = (events: readonly RunEvent[], call: string) =>
  events
    .filter(isExit)
    .filter(({ name }) => name === call)
    .map(({ errno, verdict }) => (verdict === 'kernel' ? (errno?.name ?? null) : null));
