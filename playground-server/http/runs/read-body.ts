import { reject, type Rejection } from '../../snippet/rejection.ts';
import { maxBodyBytes } from '../../snippet/parse-run-request.ts';

export type ReadBody = { kind: 'bytes'; bytes: Uint8Array } | Rejection;

const tooLarge = reject(
  'source-too-large',
  `The body has more than ${maxBodyBytes} bytes. Shorten the source to 64 KiB.`,
);

/** Reads a body without ever holding more than the limit. */
export async function readBody(request: Request): Promise<ReadBody> {
  const announced = request.headers.get('content-length');
  if (announced !== null && Number(announced) > maxBodyBytes) return tooLarge;
  try {
    // Node enforces content-length, so only a body without one must be counted.
    if (announced === null) return await readCounted(request.body);
    return { kind: 'bytes', bytes: new Uint8Array(await request.arrayBuffer()) };
  } catch {
    return reject('malformed-request', 'The body ended too early. Send it again.');
  }
}

async function readCounted(body: Request['body']): Promise<ReadBody> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > maxBodyBytes) return tooLarge;
    chunks.push(chunk);
  }
  return { kind: 'bytes', bytes: Buffer.concat(chunks) };
}
