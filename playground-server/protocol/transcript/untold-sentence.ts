import type { RunEventOf } from '../event.ts';

/** `The tape was full. After it: line 12 io_submit 4000 times (3 failed).` */
export function untoldSentence({ calls, others }: RunEventOf<'untold'>): string {
  const told = calls.map(
    ({ line, name, count, failed }) =>
      `${line === null ? '' : `line ${line} `}${name} ${count} times${failed > 0 ? ` (${failed} failed)` : ''}`,
  );
  const rest = others === undefined ? [] : [`other lines ${others} calls`];
  return `The tape was full. After it: ${[...told, ...rest].join(', ')}.`;
}
