import { jsonErrorOffset } from './json-error-offset.ts';
import { reject, type Rejection } from './rejection.ts';

export type DecodedBody = { kind: 'body'; value: unknown } | Rejection;

/**
 * Bytes → JSON value. Invalid UTF-8 is rejected, not repaired: the reader's source must stay
 * intact.
 */
export function decodeBody(bytes: Uint8Array): DecodedBody {
  if (bytes.length > 0 && !beginsAnObject(bytes)) return reject('malformed-request', notAnObject);
  const text = decodeText(bytes);
  if (typeof text !== 'string') return text;
  try {
    return { kind: 'body', value: JSON.parse(text) };
  } catch {
    return reject('malformed-request', `${whereJsonBreaks(text)} Send one JSON object.`);
  }
}

/** The text that the bytes are. */
export function decodeText(bytes: Uint8Array): string | Rejection {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return reject(
      'malformed-request',
      `The body is not valid UTF-8 (byte ${invalidByte(bytes)}). Encode it as UTF-8.`,
    );
  }
}

/** Nothing else can be a request, and to parse 390 KB of brackets takes twenty milliseconds. */
function beginsAnObject(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, longestIndentation);
  return /^\s*\{/.test(new TextDecoder().decode(start));
}

const longestIndentation = 1024;
const notAnObject = 'The body must be an object.';

/**
 * Offset of the first byte that is not UTF-8: the length of what was decoded before it, encoded
 * again.
 */
function invalidByte(bytes: Uint8Array): number {
  const repaired = new TextEncoder().encode(
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
  );
  const at = repaired.findIndex((byte, i) => byte !== bytes[i]);
  return at < 0 ? bytes.length : at;
}

function whereJsonBreaks(text: string): string {
  const offset = jsonErrorOffset(text);
  const before = text.slice(0, offset).split('\n');
  const where = `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
  if (text.trim() === '') return 'The body is empty.';
  if (offset === text.length) return `The body is not JSON: it ends too early, at ${where}.`;
  return `The body is not JSON: ${JSON.stringify(text[offset])} does not belong at ${where}.`;
}
