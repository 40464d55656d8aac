export type Inflated =
  | { kind: 'inflated'; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'too-large' }
  /** Not zlib data, truncated, or with a wrong checksum. */
  | { kind: 'damaged' };

/**
 * A browser inflates everything that it is given at once, and deflate turns 1032 bytes into one. So
 * beyond the limit a hostile link can cost no more than one slice inflates to, half a MiB.
 */
const sliceBytes = 512;

/** Decompresses zlib data (RFC 1950), and stops as soon as it exceeds `maxBytes`. */
export async function inflate(
  compressed: Uint8Array<ArrayBuffer>,
  maxBytes: number,
): Promise<Inflated> {
  const stream = sliced(compressed).pipeThrough(new DecompressionStream('deflate'));
  const reader = stream.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > maxBytes) return { kind: 'too-large' };
      chunks.push(value);
    }
  } catch {
    return { kind: 'damaged' };
  } finally {
    reader.cancel().catch(() => undefined);
  }
  return { kind: 'inflated', bytes: new Uint8Array(await new Blob(chunks).arrayBuffer()) };
}

function sliced(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, (at += sliceBytes)));
    },
  });
}
