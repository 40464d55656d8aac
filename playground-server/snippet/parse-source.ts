import { sourceQuerySchema, wordsOf } from '../protocol/index.ts';
import { decodeText } from './decode-body.ts';
import { parseRunValue, type ParsedRequest } from './parse-run-request.ts';
import { quote, reject } from './rejection.ts';

/** The request that a snippet makes which is sent as it is, with what its address says of it. */
export function parseSource(
  bytes: Uint8Array,
  query: Readonly<Record<string, string>>,
): ParsedRequest {
  const known = Object.keys(sourceQuerySchema.shape);
  const stranger = Object.keys(query).find((name) => !known.includes(name));
  if (stranger !== undefined) {
    const detail = `The address says ${quote(stranger)}; it may say ${known.join(', ')}.`;
    return reject('malformed-request', detail);
  }
  const source = decodeText(bytes);
  if (typeof source !== 'string') return source;
  const { scratch, user, arguments: words, ...rest } = query;
  const conditions = { ...(scratch && { scratch }), ...(user && { user }) };
  const isAsked = Object.keys(conditions).length > 0;
  return parseRunValue({
    ...rest,
    source,
    ...(words !== undefined && { arguments: wordsOf(words) }),
    ...(isAsked && { conditions }),
  });
}
