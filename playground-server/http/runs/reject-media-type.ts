import { quote, reject, type Rejection } from '../../snippet/rejection.ts';
import { mediaTypeOf } from './media-type-of.ts';

/** Accepts only plain JSON. Parameters such as charset are ignored, since the bytes are checked. */
export function rejectMediaType(headers: Headers): Rejection | null {
  if (mediaTypeOf(headers) !== 'application/json') {
    const type = headers.get('content-type');
    const sent = type ? `The content-type is ${quote(type)}` : 'There is no content-type';
    const rest = 'Or send a snippet as it is, to /api/v1/runs?language=c.';
    return reject('unsupported-media-type', `${sent}. Send application/json. ${rest}`);
  }
  return rejectEncoding(headers);
}

/** Accepts only what is not compressed. */
export function rejectEncoding(headers: Headers): Rejection | null {
  const encoding = headers.get('content-encoding') ?? 'identity';
  if (encoding.toLowerCase() === 'identity') return null;
  return reject(
    'unsupported-media-type',
    `The content-encoding is ${quote(encoding)}. Send the body as it is.`,
  );
}
