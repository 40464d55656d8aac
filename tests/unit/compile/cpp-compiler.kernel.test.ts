import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCppCompiler } from '../../../playground-server/compile/c-compiler.ts';
import type { Compiler } from '../../../playground-server/compile/compiler.ts';
import { realTools } from './real-tools.ts';

let sandboxes: Awaited<ReturnType<typeof realTools>>;
/** Builds each snippet in one piece, and by zygotes that stand ready. */
let whole: Compiler;
let ready: Compiler;

beforeAll(async () => {
  sandboxes = await realTools();
  const { tools } = sandboxes;
  whole = await createCppCompiler({ runTool: tools.runTool });
  ready = await createCppCompiler(tools);
});
afterAll(async () => {
  for (const compiler of [whole, ready]) compiler.close();
  await sandboxes.close();
});

const { signal } = new AbortController();
const reader = { client: '127.0.0.1', isHeavy: false };
const includes = '#define _GNU_SOURCE 1\n#include <cstdio>\n#include <libaio.h>\n';

test.each([
  [
    'a program',
    'int main() { io_context_t c{}; try { throw 1; } catch (int) { io_setup(1, &c); } }',
  ],
  [
    'a template of its own',
    'template <int N> int f() { return f<N - 1>(); }\nint main() { f<3>(); }',
  ],
  ['warnings', 'static int never(int a) { return 0; }\nint main() {}'],
  [
    'a line that is indented as if it belonged',
    'int main(int n, char **) {\n  if (n)\n    n = 3;\n    n = 4;\n}',
  ],
  ['an error', 'int main() { return é; }'],
])('%s compiles to the same bytes and words however it is built', async (_, text) => {
  const source = `${includes}${text}\n`;
  const expected = await whole.build(source, signal, reader);
  // The first build makes a compiler wait behind this preamble, which the second one takes.
  expect(await ready.build(source, signal, reader)).toEqual(expected);
  expect(await ready.build(source, signal, reader)).toEqual(expected);
});

test('the largest headers of honest programs are within the limits', async () => {
  const headers = ['iostream', 'thread', 'vector', 'coroutine', 'span', 'system_error'];
  const source = `${headers.map((name) => `#include <${name}>\n`).join('')}int main() {}\n`;
  expect(await whole.build(source, signal, reader)).toMatchObject({
    kind: 'compiled',
    diagnostics: [],
  });
});
