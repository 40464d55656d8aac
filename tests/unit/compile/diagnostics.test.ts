import { describe, expect, test } from 'vitest';
import { binutilsDiagnostic } from '../../../playground-server/compile/binutils-diagnostics.ts';
import { boundDiagnostics } from '../../../playground-server/guest/bound-diagnostics.ts';
import { editorColumns } from '../../../playground-server/compile/editor-column.ts';
import { gccDiagnostics } from '../../../playground-server/compile/gcc-diagnostics.ts';
import { compilerKilled, readBuild } from '../../../playground-server/compile/read-build.ts';
import { snippetText } from '../../../playground-server/compile/snippet-text.ts';

const at = (file: string, line: number, column: number) => ({
  caret: { file, line, 'byte-column': column, 'display-column': column },
});

test('columns count UTF-16 units, as the editor does', () => {
  const column = editorColumns(['é 😀 x', '\ty']);
  // Bytes: é 1-2, space 3, 😀 4-7, space 8, x 9; a tab is one unit.
  expect(column(1, 9)).toBe(6);
  expect(column(2, 2)).toBe(2);
  expect(column(3, 4)).toBe(4);
});

test('an error within a header stands at the #include that named it', () => {
  const source = '#include <stdio.h>\n#include <sys/uio.h>\n';
  const json = JSON.stringify([
    { kind: 'error', message: 'broken', locations: [at('/usr/include/sys/uio.h', 7, 3)] },
    { kind: 'error', message: 'broken', locations: [at('/usr/include/bits/types.h', 9, 3)] },
  ]);
  expect(gccDiagnostics(json, snippetText(source, 'snippet.c'))).toMatchObject([
    { line: 2, message: '/usr/include/sys/uio.h:7: broken' },
    { line: 0, message: '/usr/include/bits/types.h:9: broken' },
  ]);
});

test('a message without a column stands at its line', () => {
  const json = JSON.stringify([
    { kind: 'warning', message: '"N" redefined', locations: [at('snippet.c', 2, -1)] },
  ]);
  const told = gccDiagnostics(json, snippetText('#define N 1\n#define N 2', 'snippet.c'));
  expect(told).toEqual([{ severity: 'warning', line: 2, column: 1, message: '"N" redefined' }]);
});

test('a fatal error is an error', () => {
  const json = JSON.stringify([
    { kind: 'fatal error', message: 'x.h: No such file', locations: [at('snippet.c', 1, 10)] },
  ]);
  expect(gccDiagnostics(json, snippetText('#include <x.h>', 'snippet.c'))).toMatchObject([
    { severity: 'error', line: 1 },
  ]);
});

test('reads what gcc says of control characters, which it does not escape', () => {
  const json = '[{"kind":"error","locations":[],"message":"#error \u0001\u001b[31mred\\t\u007f"}]';
  expect(gccDiagnostics(json, snippetText('', 'snippet.c'))).toMatchObject([
    { message: '#error \u0001\u001b[31mred\t\u007f' },
  ]);
});

test('a line that only looks like JSON is not taken for it', () => {
  expect(gccDiagnostics('[oops', snippetText('', 'snippet.c'))).toBeNull();
  expect(gccDiagnostics('[1]', snippetText('', 'snippet.c'))).toBeNull();
});

test.each([
  ["/work/snippet.c:4: error: undefined reference to 'foo'", 4, "undefined reference to 'foo'"],
  ['snippet.c:2: Error: no such instruction: `bogus`', 2, 'no such instruction: `bogus`'],
  ['/usr/bin/ld.gold: error: cannot find -lnope', 0, 'cannot find -lnope'],
])('reads %j', (line, number, message) => {
  expect(binutilsDiagnostic(line, snippetText('\n'.repeat(4), 'snippet.c'))).toMatchObject({
    severity: 'error',
    line: number,
    message,
  });
});

test('a flood of diagnostics is cut, and so is a long message', () => {
  const flood = Array.from({ length: 300 }, (_, index) => ({
    severity: 'warning' as const,
    line: index,
    column: 1,
    message: 'x'.repeat(5000),
  }));
  const bounded = boundDiagnostics(flood);
  expect(bounded).toHaveLength(100);
  expect(bounded[0]?.message).toHaveLength(2048);
});

const failed = (stderr: string) =>
  ({ kind: 'exited', status: 1, stdout: Buffer.alloc(0), stderr: Buffer.from(stderr) }) as const;

test.each([
  ['cc1: out of memory allocating 65536 bytes\ncc1 1\n', 'memory'],
  ['cc1 152\n', 'CPU time'],
  ['as 153\n', 'disk'],
])('%j says which limit the compiler hit', (stderr, word) => {
  const build = readBuild(failed(stderr), snippetText('', 'snippet.c'));
  expect(build).toMatchObject({ kind: 'not-compiled' });
  expect(build).toHaveProperty('diagnostics.0.message', expect.stringContaining(word));
});

test.each(['cc1 137', 'as 137', 'ld 143', 'cat 130'])(
  'a tool that somebody on the host killed is not the reader’s mistake: %s',
  (last) => {
    const build = readBuild(failed(`Killed\n${last}\n`), snippetText('', 'snippet.c'));
    expect(build).toBe(compilerKilled);
  },
);

test('what nothing recognises is shown as it is', () => {
  expect(readBuild(failed('collect me\ncc1 1\n'), snippetText('', 'snippet.c'))).toMatchObject({
    diagnostics: [{ severity: 'error', line: 0, message: 'collect me' }],
  });
});

test('a toolchain that cannot be started is our fault, not the snippet’s', () => {
  expect(
    readBuild(failed('sh: 1: cc1: not found\ncc1 127\n'), snippetText('', 'snippet.c')).kind,
  ).toBe('faulted');
  expect(readBuild(failed("bwrap: Can't mount\n"), snippetText('', 'snippet.c')).kind).toBe(
    'faulted',
  );
});

test.each([-2147483647, 3])('line %d, which the snippet lacks, is no place', (line) => {
  const json = JSON.stringify([
    { kind: 'error', message: 'a lie', locations: [at('snippet.c', line, 18)] },
  ]);
  const build = readBuild(
    failed(`${json}\nsnippet.c:${line}: Error: another\nas 1\n`),
    snippetText('#line 2147483647\n', 'snippet.c'),
  );
  if (build.kind !== 'not-compiled') throw new Error(build.kind);
  expect(build.diagnostics[0]).toEqual({
    severity: 'error',
    line: 0,
    column: 0,
    message: `snippet.c:${line}: a lie`,
  });
  expect(build.diagnostics.map((each) => each.line)).not.toContain(line);
});

describe('what #line has renamed', () => {
  const read = (source: string) => {
    const json = JSON.stringify([
      { kind: 'error', message: 'no `;`', locations: [at('parser.y', 12, 6)] },
    ]);
    const stderr = `${json}\nparser.y:13: Error: no such instruction\nas 1\n`;
    const build = readBuild(failed(stderr), snippetText(source, 'snippet.c'));
    return build.kind === 'not-compiled' ? build.diagnostics : [];
  };

  test('is reported at the line where the reader has it', () => {
    expect(read('int a;\n#line 12 "parser.y"\nint b\nint c;\n')).toMatchObject([
      { line: 3, column: 6, endLine: 3, message: 'no `;`' },
      { line: 4, message: 'no such instruction' },
    ]);
  });

  test('is reported without a line, by its new name, where a condition decides', () => {
    const [first] = read('#ifdef A\n#line 12 "parser.y"\n#endif\nint b\nint c;\n');
    expect(first).toEqual({
      severity: 'error',
      line: 0,
      column: 0,
      message: 'parser.y:12: no `;`',
    });
  });
});

test('the error that stopped a build is reported, however many warnings precede it', () => {
  const warnings = Array.from({ length: 500 }, (_, index) => ({
    kind: 'warning',
    message: `warning ${index}`,
    locations: [at('snippet.c', 1, 1 + index)],
  }));
  const error = { kind: 'error', message: 'the end', locations: [at('snippet.c', 1, 501)] };
  const build = readBuild(
    failed(`${JSON.stringify([...warnings, error])}\ncc1 1\n`),
    snippetText('x', 'snippet.c'),
  );
  if (build.kind !== 'not-compiled') throw new Error(build.kind);
  expect(build.diagnostics).toHaveLength(100);
  expect(build.diagnostics[98]).toMatchObject({ message: 'warning 98' });
  expect(build.diagnostics[99]).toMatchObject({ severity: 'error', message: 'the end' });
});

/**
 * Four mebibytes, the most a compiler may say; each piece once cost a pass over the whole snippet.
 */
const floods: Record<string, { stderr: string; source: string }> = {
  'warnings in one long line': {
    stderr: JSON.stringify(
      Array.from({ length: 12_000 }, (_, index) => ({
        kind: 'warning',
        message: 'statement with no effect',
        locations: [at('snippet.c', 1, index), at('snippet.c', 1, index + 1)],
        children: [],
      })),
    ),
    source: `int main(void) { ${'é;'.repeat(20_000)} }`,
  },
  'warnings of a header, in a snippet of many lines': {
    stderr: JSON.stringify(
      Array.from({ length: 12_000 }, (_, index) => ({
        kind: 'warning',
        message: 'statement with no effect',
        locations: [at('x.h', 1, index), at('x.h', 1, index + 1)],
      })),
    ),
    source: `#line 1 "x.h"${'\n'.repeat(60_000)}`,
  },
  'lines that look like JSON, by .warning "\\n["': {
    stderr: '[\n'.repeat(2_000_000),
    source: '\n'.repeat(60_000),
  },
  'empty lists': { stderr: '[]\n'.repeat(1_300_000), source: '\n'.repeat(60_000) },
};

test.each(Object.entries(floods))('the server reads at once: %s', (_, { stderr, source }) => {
  const startMs = performance.now();
  readBuild(failed(`${stderr}\nas 1\n`), snippetText(source, 'snippet.c'));
  // It used to take half a minute, and nobody else is answered in the meantime.
  expect(performance.now() - startMs).toBeLessThan(1500);
});
