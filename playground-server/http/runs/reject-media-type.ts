import { quote, reject, type Rejection } from '../../snippet/rejection.ts';

/** Accepts only plain JSON. Parameters such as charset are ignored, since the bytes are checked. */
export function rejectMediaType(headers: Headers): Rejection | null {
  const type = headers.get('content-type') ?? '';
  if (type.split(';')[0]?.trim().toLowerCase() !== 'application/json') {
    const sent = type ? `The content-type is ${quote(type)}` : 'There is no content-type';
    return reject('unsupported-media-type', `${sent}. Send application/json.`);
  }
  const encoding = headers.get('content-encoding') ?? 'identity';
  if (encoding.toLowerCase() === 'identity') return null;
  return reject(
    'unsupported-media-type',
    `The content-encoding is ${quote(encoding)}. Send the body as it is.`,
  );
}
