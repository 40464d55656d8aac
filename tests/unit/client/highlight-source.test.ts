import { describe, expect, it } from 'vitest';
import { highlightSource } from '../../../site/playground/view/source/highlight-source.ts';

const lines = (source: string) => highlightSource(source, 'c').map(({ markup }) => markup);

describe('a highlighted source', () => {
  it('has classes for what it is made of', () => {
    expect(lines('return io_setup(0x10, "a\\"b"); // done')).toEqual([
      '<span class="tok-keyword">return</span> <span class="tok-function">io_setup</span>(' +
        '<span class="tok-constant">0x10</span>, ' +
        '<span class="tok-string">&#34;a\\&#34;b&#34;</span>); ' +
        '<span class="tok-comment">// done</span>',
    ]);
  });

  it('keeps its lines, also within a comment', () => {
    expect(lines('/* a\n b */\n\nx')).toEqual([
      '<span class="tok-comment">/* a</span>',
      '<span class="tok-comment"> b */</span>',
      '',
      'x',
    ]);
  });

  it.each([
    '/* open',
    '"open',
    "'",
    '`a\n',
    '#include <',
    '<script>alert(1)</script>',
    'é\u2028😀',
  ])('loses and adds nothing, and is never markup: %j', (source) => {
    const text = lines(source)
      .join('\n')
      .replace(/<span class="tok-\w+">|<\/span>/g, '');
    const read = text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
    expect(text).not.toMatch(/[<>"']/);
    expect(read).toBe(source);
  });
});
