import { expect, test } from 'vitest';
import { mayMislead } from '../../../playground-server/compile/indentation.ts';

test.each([
  ['a line below', '  if (n)\n    a();\n    b();\n'],
  ['a line below an else', '  else\n    a();\n\n    b();\n'],
  ['tabs and spaces', '\twhile (n)\n\t\ta();\n                b();\n'],
  ['the same line', 'if (n) a(); b();\n'],
  ['a line below an empty statement', 'if (n);\n  a();\n'],
  ['the line of what is guarded', 'if (n)\n  a(); b();\n'],
  ['the line of a loop', 'for (i = 0; i < n; i++) a(); b();\n'],
])('%s may look as if it belonged', (_, text) => {
  expect(mayMislead(text)).toBe(true);
});

test.each([
  ['braces', '  if (n) {\n    a();\n    b();\n  }\n'],
  ['one statement', '  if (n)\n    a();\n  b();\n'],
  ['one on the same line', '  for (i = 0; i < n; i++) a();\n  b();\n'],
  ['a loop with its condition last', '  do {\n    a();\n  } while (n);\n  b();\n  c();\n'],
])('%s cannot', (_, text) => {
  expect(mayMislead(text)).toBe(false);
});
