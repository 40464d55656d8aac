import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCCompiler } from '../../../playground-server/compile/c-compiler.ts';
import type { Compiler } from '../../../playground-server/compile/compiler.ts';
import type { Zygote, ZygoteJob } from '../../../playground-server/compile/tool.ts';
import { toolchainPath } from '../../../playground-server/compile/toolchain-root.ts';
import { temporaryFolder } from '../../tmp/temporary-folder.ts';
import { realTools } from './real-tools.ts';

let sandboxes: Awaited<ReturnType<typeof realTools>>;
/** Builds each snippet in one piece, and by zygotes that stand ready. */
let whole: Compiler;
let ready: Compiler;
/** As `ready`, for snippets that would take all the time that they may. */
let impatient: Compiler;

beforeAll(async () => {
  sandboxes = await realTools();
  const { tools } = sandboxes;
  whole = await createCCompiler({ runTool: tools.runTool });
  ready = await createCCompiler(tools);
  impatient = await createCCompiler(sandboxes.impatient);
});
afterAll(async () => {
  for (const compiler of [whole, ready, impatient]) compiler.close();
  await sandboxes.close();
});

const { signal } = new AbortController();
const reader = { client: '127.0.0.1', isHeavy: false };
const includes = '#define _GNU_SOURCE\n#include <stdio.h>\n#include <string.h>\n';

const snippets: Record<string, string> = {
  'a program': `${includes}\nint main(void) { puts("hello"); return 0; }\n`,
  'a program without headers': 'int main(void) { return 3; }\n',
  libaio: '#include <libaio.h>\nint main(void) { io_context_t c = 0; return io_setup(1, &c); }\n',
  libm: '#include <math.h>\nint main(int n, char **v) { (void)v; return (int)sin(n); }\n',
  'a library named later': `${includes}int x;\n#include <libaio.h>\nint main(void) { return io_destroy(0); }\n`,
  warnings: `${includes}static int never(int a) { int b; return 0; }\nint main(void) { return 0; }\n`,
  'a message within a string': `${includes}int main(void) {\n  printf("a" "\\t%zd\\n",\n    3);\n  return 0;\n}\n`,
  'an error': `${includes}int main(void) { return é; }\n`,
  'a line that is indented as if it belonged': `${includes}int main(int n, char **v) {\n  (void)v;\n  if (n > 1)\n    n = 3;\n    n = 4;\n  return n;\n}\n`,
  'a macro of its own value':
    '#define _GNU_SOURCE 1\n#include <stdio.h>\nint main(void) { return 0; }\n',
  'a missing brace': `${includes}\n\nint main(void) {\n  puts("hello");\n\n`,
  'an end within a line': `${includes}\n\nint main(void) { return 0; }\nint f(`,
  'a message without a column': `${includes}#define N 1\n#define N 2\nint main(void) { return 0; }\n`,
  'a continued word': `${includes}#pra\\\ngma once\nint main(void) { return 0; }\n`,
  'files of ours': `${includes}${['rest', 'filter', 'inputs', 'zygote.so']
    .map((name) => `#if __has_include("${name}")\n#error ${name}\n#endif\n`)
    .join('')}int main(void) { return 0; }\n`,
  'a missing header': `${includes}#include <nope.h>\nint main(void) { return 0; }\n`,
  'a missing header alone': '#include <nope.h>\nint main(void) { return 0; }\n',
  'a forgotten include': `${includes}\n\nint main(void) { return malloc(3) == 0; }\n`,
  'an open conditional': `${includes}#if 1\nint main(void) { return 0; }\n`,
  'an open comment': `${includes}/* int main(void) { return 0; }\n`,
  'an undefined function': `${includes}int foo(void);\nint main(void) {\n  return foo();\n}\n`,
  'macros of place': `${includes}int main(void) { printf("%s %d %d", __FILE__, __LINE__, __COUNTER__); }\n`,
  'a spoilt header': '#define FILE 3\n#include <stdio.h>\nint main(void) { return 0; }\n',
  // What the compiler still had to write was more than a pipe holds.
  'an assembler that ends first': `${includes}asm(".abort");\nint main(void) {\n${'  puts("x");\n'.repeat(5000)}}\n`,
  'a message of the assembler': `${includes}int x;\nint main(void) { asm("nonsense"); }\n`,
  'an empty snippet': '\n',
  'itself as data': '__asm__(".incbin \\"" __FILE__ "\\"");\nint main(void) { return 0; }\n',
  'a variable of a library': 'int timezone = 3;\nint main(void) { return timezone; }\n',
};

describe.each(Object.entries(snippets))('%s', (_, source) => {
  test('compiles to the same bytes and words however it is built', async () => {
    const expected = await whole.build(source, signal, reader);
    // The first build has a zygote made for this preamble, which the second one asks.
    expect(await ready.build(source, signal, reader)).toEqual(expected);
    expect(await ready.build(source, signal, reader)).toEqual(expected);
  });
});

test('what stands ready builds all that can be divided', async () => {
  const inOnePiece = vi.fn(sandboxes.tools.runTool);
  const compiler = await createCCompiler({ ...sandboxes.tools, runTool: inOnePiece });
  inOnePiece.mockClear();
  const names = ['a program', 'a program', 'warnings', 'an error', 'an undefined function'];
  for (const name of [...names, 'a macro of its own value'])
    await compiler.build(snippets[name] ?? '', signal, reader);
  expect(inOnePiece).not.toHaveBeenCalled();
  compiler.close();
});

test.each(['cc1', 'cc1plus'])('%s can be made ready before its first function', async (name) => {
  // Without this name a zygote works as well, but each child takes 4 ms more: zygote.c.
  const exported = spawnSync('nm', ['-D', await toolchainPath('prog', name)]).stdout.toString();
  expect(exported).toContain(' T _Z14initialize_rtlv\n');
});

test('whoever spends a linker has nobody else compile again', async () => {
  const inOnePiece = vi.fn(sandboxes.tools.runTool);
  const { startZygote: start } = sandboxes.tools;
  if (!start) throw new Error('no zygotes can be started');
  const startZygote = vi.fn((job: ZygoteJob) =>
    job.stage === 'ld' ? once(start(job)) : start(job),
  );
  const compiler = await createCCompiler({ runTool: inOnePiece, startZygote });
  onTestFinished(() => compiler.close());
  inOnePiece.mockClear();
  const kinds: string[] = [];
  const build = async (name: string, source = '') => {
    kinds.push(`${name} ${(await compiler.build(source, signal, reader)).kind}`);
  };
  const functions = Array.from({ length: 3000 }, (_, i) => `int f${i}(int a) { return a; }\n`);
  const long = build('long', `${functions.join('')}int main(void) { return 0; }\n`);
  for (const name of ['a program', 'a program without headers']) await build(name, snippets[name]);
  await long;
  expect(kinds).toEqual([
    'a program compiled',
    'a program without headers compiled',
    'long compiled',
  ]);
  expect(inOnePiece).not.toHaveBeenCalled();
});

/** A zygote that has one child. */
function once(zygote: Zygote): Zygote {
  let isSpent = false;
  return {
    get isSpent() {
      return isSpent || zygote.isSpent;
    },
    fork(...asked) {
      isSpent = true;
      return zygote.fork(...asked);
    },
    discard: () => zygote.discard(),
  };
}

test('an assembler stays whose child says too much', async () => {
  const { startZygote: start } = sandboxes.tools;
  if (!start) throw new Error('no zygotes can be started');
  const startZygote = vi.fn(start);
  const compiler = await createCCompiler({ ...sandboxes.tools, startZygote });
  onTestFinished(() => compiler.close());
  const flood = `__asm__(".rept 60000\\n.warning \\"${'much '.repeat(20)}\\"\\n.endr");\n`;
  expect(await compiler.build(flood, signal, reader)).toMatchObject({
    kind: 'not-compiled',
    diagnostics: [
      { message: expect.stringContaining('more than the playground accepts') as string },
    ],
  });
  const next = await compiler.build(snippets['a program without headers'] ?? '', signal, reader);
  expect(next.kind).toBe('compiled');
  expect(startZygote.mock.calls.map(([{ stage }]) => stage)).toEqual(['cc1', 'as', 'ld']);
});

test('for a heavy client no compiler is made ready, nor pushed out', async () => {
  const { startZygote: start } = sandboxes.tools;
  if (!start) throw new Error('no zygotes can be started');
  const startZygote = vi.fn(start);
  const compiler = await createCCompiler({ ...sandboxes.tools, startZygote });
  const build = (name: string, isHeavy: boolean) =>
    compiler.build(snippets[name] ?? '', signal, { ...reader, isHeavy });
  const stages = () => startZygote.mock.calls.map(([{ stage }]) => stage);
  await build('a program', false);
  startZygote.mockClear();
  for (const name of ['libm', 'libaio', 'an error', 'a library named later'])
    await build(name, true);
  // For all who use these libraries; there are few.
  expect(stages()).toEqual(['ld', 'ld']);
  compiler.close();
});

const spellings = ['', '#define _GNU_SOURCE\n', '#define _GNU_SOURCE 1\n'];

test.each(spellings)('glibc declares everything it has, without a message: %j', async (define) => {
  const source = `${define}#include <fcntl.h>\nint main(void) { return O_DIRECT == 0; }\n`;
  for (const compiler of [whole, ready])
    expect(await compiler.build(source, signal, reader)).toMatchObject({
      kind: 'compiled',
      diagnostics: [],
    });
});

test('output appears line by line although stdout is a pipe', async () => {
  const source =
    '#include <stdio.h>\n#include <unistd.h>\nint main(void) { puts("seen"); _exit(0); }\n';
  const build = await ready.build(source, signal, reader);
  if (build.kind !== 'compiled' || build.program.kind !== 'elf')
    throw new Error(JSON.stringify(build));
  const directory = temporaryFolder('program');
  writeFileSync(join(directory, 'program'), build.program.image, { mode: 0o700 });
  expect(spawnSync(join(directory, 'program')).stdout.toString()).toBe('seen\n');
});

test('an undefined function is named at its line', async () => {
  const build = await whole.build(
    'int foo(void);\nint main(void) {\n  return foo();\n}\n',
    signal,
    reader,
  );
  expect(build).toMatchObject({
    kind: 'not-compiled',
    diagnostics: [{ severity: 'error', line: 3, message: "undefined reference to 'foo'" }],
  });
});

test.each([
  ['#include', '#include "/etc/passwd"\nint main(void) { return 0; }\n'],
  ['.incbin', 'int main(void) { __asm__(".incbin \\"/etc/passwd\\""); return 0; }\n'],
  ['the project by #include', `#include "${import.meta.filename}"\nint main(void) { return 0; }\n`],
])('files of the host are not there for %s', async (_, source) => {
  const build = await whole.build(source, signal, reader);
  expect(build).toMatchObject({ kind: 'not-compiled', diagnostics: [{ line: 1 }] });
  expect(JSON.stringify(build)).toMatch(/No such file|file not found/);
});

const bombs: Record<string, string> = {
  '#include recursion': '#include "snippet.c"\n',
  'a huge initialised array': 'char a[1u << 31] = {1};\nint main(void) { return 0; }\n',
  'a macro explosion': `#define A0 x,x,x,x,x,x,x,x,x,x\n${Array.from({ length: 9 }, (_, i) => `#define A${i + 1} ${`A${i},`.repeat(9)}A${i}`).join('\n')}\nint a[] = { A9 };\n`,
  'nested parentheses': `#include <stdio.h>\nint x = ${'('.repeat(60_000)}1;\n`,
  'an assembler bomb': '__asm__(".fill 2000000000, 1, 0");\nint main(void) { return 0; }\n',
  'nested repetition':
    '__asm__(".rept 100000\\n.rept 100000\\n.quad 1\\n.endr\\n.endr");\nint main(void) { return 0; }\n',
  '.incbin of a device': '__asm__(".incbin \\"/dev/zero\\"");\nint main(void) { return 0; }\n',
};

test.each(Object.entries(bombs))('%s ends as a diagnostic', async (_, source) => {
  const build = await impatient.build(source, signal, reader);
  expect(build.kind).toBe('not-compiled');
  expect(build).toHaveProperty('diagnostics.0.severity', 'error');
  expect(build).not.toHaveProperty('diagnostics.0.message', '');
});

test('a cancelled compilation says so', async () => {
  const controller = new AbortController();
  const build = whole.build(
    '#include <stdio.h>\nint main(void) { return 0; }\n',
    controller.signal,
    reader,
  );
  controller.abort();
  expect(await build).toEqual({ kind: 'cancelled' });
});
