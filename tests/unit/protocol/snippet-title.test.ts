import { expect, it } from 'vitest';
import { snippetTitle } from '../../../playground-server/protocol/index.ts';

it.each([
  ['a block comment', '/* Waits for nothing. */\nint main(void) {}', 'Waits for nothing.'],
  ['a line comment', '// Waits for nothing.\nint x;', 'Waits for nothing.'],
  ['a comment below the includes', '#include <stdio.h>\n\n/* A ring */\nint x;', 'A ring'],
  ['a comment below the imports', "import { io_setup } from 'aio';\n// A ring", 'A ring'],
  ['a block that opens on its own line', '/*\n * A ring\n * of events\n */', 'A ring'],
  ['a documentation comment', '/** A ring */', 'A ring'],
  ['another script', '// Кольцо событий — «ring»', 'Кольцо событий — «ring»'],
])('a snippet is called what it says: %s', (_, source, title) => {
  expect(snippetTitle(source)).toBe(title);
});

it.each([
  ['nothing', ''],
  ['code first', 'int x; // not a title\n'],
  ['a comment after code', 'int x;\n/* not a title */'],
  ['an empty comment', '/* */\nint x;'],
  ['an empty block', '/*\n */\nint x;'],
  ['includes only', '#include <stdio.h>'],
])('a snippet with %s is called nothing', (_, source) => {
  expect(snippetTitle(source)).toBeNull();
});

it('a long title is cut between characters, not within one', () => {
  expect(snippetTitle(`// ${'🐧'.repeat(100)}`)).toBe(`${'🐧'.repeat(80)}…`);
});

it('a title is one line of plain text, whatever the comment holds', () => {
  expect(snippetTitle('// a\u202Eb\u0007c\u2028d\te')).toBe('a b c d e');
});
