import { expect, test } from 'vitest';
import { splitPreamble } from '../../../playground-server/compile/preamble.ts';

const preambleOf = (source: string) => splitPreamble(source, 'snippet.c')?.preamble;

test('the preamble ends with the last leading #include, and has no comments', () => {
  const source =
    '/* title */\n#define _GNU_SOURCE\n#include <stdio.h> // for printf\n\n#define N 3\nint x;\n';
  expect(splitPreamble(source, 'snippet.c')).toEqual({
    preamble: '\n#define _GNU_SOURCE\n#include <stdio.h>\n',
    rest: '#line 4 "snippet.c"\n\n#define N 3\nint x;\n',
  });
});

test.each([
  ['no #include', 'int main(void) { return 0; }\n'],
  ['a declaration first', 'int x;\n#include <stdio.h>\n'],
  ['a conditional first', '#if 0\n#include <stdio.h>\n#endif\n'],
  ['an #include within a comment', '/*\n#include <stdio.h>\n*/\nint x;\n'],
  ['an #include that opens a comment', '#include <stdio.h> /* here\n */\nint x;\n'],
  ['a quoted #include', '#include "stdio.h"\nint x;\n'],
  ['a continued line', '#define A \\\n1\n#include <stdio.h>\nint x;\n'],
  ['a macro of its own', '#define FILE 3\n#include <stdio.h>\nint x;\n'],
  ['a macro with a body', '#define _A(x) x\n#include <stdio.h>\nint x;\n'],
  ['a comment within a comment', '/* /* */\n#include <stdio.h>\nint x;\n'],
  ['a comment within a longer one', '/*\n/* */\n#include <stdio.h>\nint x;\n'],
  ['a comment that is shown otherwise', '/* \u202e */\n#include <stdio.h>\nint x;\n'],
  ['a path from the root', '#include </etc/passwd>\nint x;\n'],
  ['a path that climbs', '#include <../../work/x.h>\nint x;\n'],
])('with %s there is nothing to read ahead', (_, source) => {
  expect(preambleOf(source)).toBe('');
});

test.each([
  ['a pragma', '#include <stdio.h>\n#pragma once\n'],
  ['a pragma in pieces', '#include <stdio.h>\n#pra\\ \ngma once\n'],
  ['its own file by a digraph', '#include <stdio.h>\n%: include __FILE__\n'],
  ['its own file behind a comment', '#include <stdio.h>\n#/**/include __FILE__\n'],
  ['its own file by an odd name', '#include <stdio.h>\n#include é\n'],
  ['its own file', '#include <stdio.h>\n#include "snippet.c"\n'],
  ['its own file by a macro', '#include <stdio.h>\n#include __FILE__\n'],
  ['its own file as data', '#include <stdio.h>\n__asm__(".incbin \\"" __FILE__ "\\"");\n'],
  ['__INCLUDE_LEVEL__', '#include <stdio.h>\nint x = __INCLUDE_LEVEL__;\n'],
  ['a line directive', '#include <stdio.h>\n# line 7\n'],
  ['no final line end', '#include <stdio.h>'],
])('a snippet with %s is not split', (_, source) => {
  const split = splitPreamble(source, 'snippet.c');
  expect(split === null || split.preamble === '').toBe(true);
});
