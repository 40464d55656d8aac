import { maxArgumentBytes, maxStdinBytes, type RunRequest } from '../protocol/index.ts';
import { reject, type Rejection } from './rejection.ts';

/** Checks what no schema can say about what a program is given; null if all is well. */
export function rejectInput({
  arguments: words = [],
  stdin = '',
}: Pick<RunRequest, 'arguments' | 'stdin'>): Rejection | null {
  if (![...words, stdin].every((text) => text.isWellFormed()))
    return malformed('"arguments" or "stdin" has half a surrogate pair. Remove it.');
  if (words.some((word) => word.includes('\0')))
    return malformed('A string of "arguments" has a zero byte, which ends it. Remove it.');
  const ends = words.length;
  const wordBytes = words.reduce((sum, word) => sum + Buffer.byteLength(word), ends);
  if (wordBytes > maxArgumentBytes)
    return malformed(
      `"arguments" have ${wordBytes} bytes; ${maxArgumentBytes} are allowed. Put the rest into "stdin".`,
    );
  const stdinBytes = Buffer.byteLength(stdin);
  if (stdinBytes > maxStdinBytes)
    return malformed(
      `"stdin" has ${stdinBytes} bytes; ${maxStdinBytes} are allowed. Have the program make the rest.`,
    );
  return null;
}

const malformed = (detail: string): Rejection => reject('malformed-request', detail);
