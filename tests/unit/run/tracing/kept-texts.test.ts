import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { KeptTexts } from '../../../../playground-server/run/tracing/kept-texts.ts';
import { compileProgram } from '../../decode/compile-program.ts';

const snippet = (count: number) => [{ file: 'snippet.c', from: 1, named: 1, count }];
const imageOf = (source: string): Uint8Array => readFileSync(compileProgram(source));
const program = (status: number) => imageOf(`int main(void) { return ${status}; }`);

it('reads a program once, however often it comes', () => {
  const texts = new KeptTexts();
  const image = program(1);
  const first = texts.of(image, snippet(1));
  expect(first).not.toBeNull();
  expect(texts.of(Uint8Array.from(image), snippet(1))).toBe(first);
});

it('tells programs apart by each byte, and by what their lines are called', () => {
  const texts = new KeptTexts();
  const [one, other] = [program(1), program(2)];
  expect(texts.of(other, snippet(1))).not.toBe(texts.of(one, snippet(1)));
  expect(texts.of(one, snippet(2))).not.toBe(texts.of(one, snippet(1)));
});

it('forgets the program that has not come for longest, and keeps no large one', () => {
  const texts = new KeptTexts();
  const images = [1, 2, 3, 4, 5].map(program);
  const [first, second] = images.map((image) => texts.of(image, snippet(1)));
  expect(texts.of(images[1]!, snippet(1))).toBe(second);
  expect(texts.of(images[0]!, snippet(1))).not.toBe(first);
  const large = imageOf('const char bytes[1 << 18] = { 1 };\nint main(void) { return 0; }');
  expect(texts.of(large, snippet(2))).not.toBe(texts.of(large, snippet(2)));
});
