import { expect, it } from 'vitest';
import { ndjsonChunks } from '../../../../playground-server/http/runs/ndjson-chunks.ts';
import type { RunEvent } from '../../../../playground-server/protocol/index.ts';

const output = (seq: number, text: string): RunEvent => ({
  kind: 'output',
  seq,
  atNs: '0',
  stream: 'stdout',
  text,
});

async function chunksOf(texts: string[], pause = async () => undefined) {
  async function* events() {
    for (const [seq, text] of texts.entries()) {
      yield output(seq, text);
      await pause();
    }
  }
  const chunks = await Array.fromAsync(ndjsonChunks(events()));
  return chunks.map((chunk) => new TextDecoder().decode(chunk).split('\n').length - 1);
}

it('sends together what is ready together', async () => {
  expect(await chunksOf(['a', 'b', 'c'])).toEqual([3]);
});

it('holds back nothing for what is still to come', async () => {
  const aWhile = () => new Promise<undefined>((resolve) => setTimeout(resolve, 1));
  expect(await chunksOf(['a', 'b'], aWhile)).toEqual([1, 1]);
});

it('sends a long tape in pieces', async () => {
  expect(await chunksOf(Array<string>(3).fill('x'.repeat(65_536)))).toEqual([1, 1, 1]);
});
