import type { Verdict } from '../call.ts';
import type { StraceStyle } from './strace-teller.ts';

/** Columns of a line's number, which are blank where no line of the snippet's made the call. */
const numberWidth = 4;

/** Who answered, where it was not the kernel: strace says INJECTED of what it was told to answer. */
const answeredBy: Record<Verdict, string> = {
  kernel: '',
  condition: ' (INJECTED)',
  'playground-limit': ' (limit of the playground)',
  refused: ' (refused by the playground)',
  unbounded: ' (refused by this server, which cannot bound it)',
  watched: ' (ended early only because it is traced)',
  'address-space': ' (limit of the address space)',
};

/** Calls after the numbers of their lines; and once there are several threads, each with its own. */
export function lineStyle(): StraceStyle {
  let hasThreads = false;
  return {
    before(event, thread) {
      hasThreads ||= thread > 1;
      const line = 'line' in event ? event.line : null;
      const number = String(line ?? '').padStart(numberWidth);
      return `${number}  ${hasThreads ? `[thread ${thread}] ` : ''}`;
    },
    after: ({ verdict }) => answeredBy[verdict],
  };
}
