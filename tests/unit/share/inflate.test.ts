import { deflateSync } from 'node:zlib';
import { afterEach, expect, it, vi } from 'vitest';
import { decodeFragment } from '../../../site/share/decode-fragment.ts';
import { inflate } from '../../../site/share/inflate.ts';

const bombBytes = 64 * 1024 * 1024;
const bomb = new Uint8Array(deflateSync(Buffer.alloc(bombBytes, ' ')));
const boundBytes = 64 * 1024;

afterEach(() => void vi.unstubAllGlobals());

/** The platform's own decompression, with a count of what came out of it. */
function countInflatedBytes(): () => number {
  let count = 0;
  const Real = DecompressionStream;
  const Counting = class {
    constructor(format: 'deflate') {
      const { readable, writable } = new Real(format);
      const counter = new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          count += chunk.length;
          controller.enqueue(chunk);
        },
      });
      return { writable, readable: readable.pipeThrough(counter) };
    }
  };
  vi.stubGlobal('DecompressionStream', Counting);
  return () => count;
}

it('stops close to the bound, however much there is', async () => {
  const inflatedBytes = countInflatedBytes();
  expect(await inflate(bomb, boundBytes)).toEqual({ kind: 'too-large' });
  expect(inflatedBytes()).toBeGreaterThan(boundBytes);
  expect(inflatedBytes()).toBeLessThan(boundBytes + 4 * 1024 * 1024);
});

it('gives what is exactly as large as the bound', async () => {
  const bytes = new Uint8Array(boundBytes).fill(7);
  const compressed = new Uint8Array(deflateSync(bytes));
  expect(await inflate(compressed, boundBytes)).toEqual({ kind: 'inflated', bytes });
  expect(await inflate(compressed, boundBytes - 1)).toEqual({ kind: 'too-large' });
});

it('a link that is a bomb is too large', async () => {
  const fragment = `#v1.${Buffer.from(bomb).toString('base64url')}`;
  expect(await decodeFragment(fragment)).toEqual({ kind: 'too-large' });
});
