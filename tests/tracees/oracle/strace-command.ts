import { shownCalls } from '../../../playground-server/decode/families/shown-calls.ts';

const namesShown = (where: (typeof shownCalls)[number]['shown']): ReadonlySet<string> =>
  new Set(shownCalls.filter(({ shown }) => shown === where).flatMap(({ calls }) => calls));

const always = namesShown('always');

/** Calls that are on a tape only where a line of the snippet made them. */
export const allOwnLineCalls = namesShown('own-line');

/**
 * strace(1) as it follows a tracee.
 * @param how with the stack of each call, by which its line is known, and whether it is one of the
 *   loader's. strace's libunwind gives up on a thread that calls execve, and ends the whole trace.
 */
export const straceCommand = (
  ownLineOnly: ReadonlySet<string>,
  how: 'stacks' | 'calls',
): string[] => [
  ...['strace', '-f', '-qq', '-e', 'signal=all'],
  ...['-e', `trace=${[...always, ...ownLineOnly].join(',')}`],
  ...(how === 'stacks' ? ['-k'] : []),
];
