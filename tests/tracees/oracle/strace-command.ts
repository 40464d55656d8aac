import {
  shownOn,
  type ShownCalls,
} from '../../../playground-server/decode/families/shown-calls.ts';
import type { Tape } from '../../../playground-server/protocol/index.ts';

const namesShown = (tape: Tape, where: ShownCalls['shown']): ReadonlySet<string> =>
  new Set(
    shownOn(tape)
      .filter(({ shown }) => shown === where)
      .flatMap(({ calls }) => calls),
  );

const always = namesShown('aio', 'always');

/** Calls that are on a tape only where a line of the snippet made them. */
export const ownLineCalls = (tape: Tape): ReadonlySet<string> => namesShown(tape, 'own-line');

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
  // Those that are younger than this strace have names that it does not know.
  ...[
    '-e',
    `trace=${[...always, 'restart_syscall', ...[...ownLineOnly].map((name) => `?${name}`)].join(',')}`,
  ],
  ...(how === 'stacks' ? ['-k'] : []),
];
