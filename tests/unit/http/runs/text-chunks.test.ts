import { expect, it } from 'vitest';
import { textChunks } from '../../../../playground-server/http/runs/text-chunks.ts';

async function chunksOf(texts: string[], pause = async () => undefined, apartMs?: number) {
  async function* lines() {
    for (const text of texts) {
      yield text;
      await pause();
    }
  }
  const chunks = await Array.fromAsync(textChunks(lines(), '\n', apartMs));
  return chunks.map((chunk) => new TextDecoder().decode(chunk).split('\n').length - 1);
}

it('sends together what is ready together', async () => {
  expect(await chunksOf(['a', 'b', 'c'])).toEqual([3]);
});

it('holds back nothing for what is still to come, once it has waited', async () => {
  const aWhile = () => new Promise<undefined>((resolve) => setTimeout(resolve, 1));
  expect(await chunksOf(['a', 'b'], aWhile, 0)).toEqual([1, 1]);
});

it('gathers lines that follow fast, the first among them', async () => {
  const turn = () => new Promise<undefined>((resolve) => setImmediate(resolve, undefined));
  const never = 60_000;
  expect(await chunksOf(['a', 'b', 'c', 'd'], turn, never)).toEqual([4]);
});

it('sends a long tape in pieces', async () => {
  expect(await chunksOf(Array<string>(3).fill('x'.repeat(65_536)))).toEqual([1, 1, 1]);
});
