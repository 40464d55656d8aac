import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { format } from '@wasm-fmt/clang-format';
import { describe, expect, it } from 'vitest';
import { cStyle } from '../../../site/playground/view/editor/format/c-style.ts';
import { formatTypeScript } from '../../../site/playground/view/editor/format/format-typescript.ts';

describe('formatting C and C++', () => {
  const examples = globSync('content/examples/*/main.{c,cc}').sort();
  const formatted = (source: string, path = 'main.c') => format(source, basename(path), cStyle);

  // Exceptions, formatted by hand: where a long expression breaks, a function on one line.
  const written = [
    'io_getevents-timeout-sum',
    'io_pgetevents-stop-continue',
    'io_submit-event-eintr',
  ];

  it('leaves the examples of the manual as they are', () => {
    const changed = examples.filter((path) => {
      const source = readFileSync(path, 'utf8');
      return formatted(source, path) !== source;
    });
    expect(changed.map((path) => path.split('/')[2])).toEqual(written);
  });

  it('formats what a reader wrote in a hurry like them, without touching long lines', () => {
    const line = `int ${'a'.repeat(200)} = 0;`;
    expect(
      formatted(`#include <b.h>\n#include <a.h>\nint main(void){\n  if(1){puts("x");}\n${line}}\n`),
    ).toBe(
      `#include <b.h>\n#include <a.h>\nint main(void)\n{\n    if (1) {\n        puts("x");\n    }\n    ${line}\n}\n`,
    );
  });

  it('formats what does not compile', () => {
    expect(formatted('int main(void) {\nreturn  nothing ;}\n')).toContain('    return nothing;');
  });
});

describe('formatting TypeScript', () => {
  it('formats a snippet in the style of the manual', async () => {
    const source = `import {Iocb} from "aio"\nconst one:Iocb|null=null`;
    expect(await formatTypeScript(source)).toEqual({
      kind: 'formatted',
      source: `import { Iocb } from 'aio';\nconst one: Iocb | null = null;\n`,
    });
  });

  it('says when a snippet has a syntax error, and loses nothing of it', async () => {
    expect(await formatTypeScript('const = 1')).toEqual({ kind: 'unreadable' });
  });
});
