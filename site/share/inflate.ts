export type Inflated =
  | { kind: 'inflated'; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'too-large' }
  /** Not zlib data, cut off, or not what its checksum says. */
  | { kind: 'damaged' };

/**
 * A browser inflates all that it is given at once, and deflate makes 1032 bytes of one: what a
 * hostile link can cost beyond the bound is what one slice becomes, half a MiB.
 */
const sliceBytes = 512;

/** Decompresses zlib data (RFC 1950), and stops as soon as there is more of it than `maxBytes`. */
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
