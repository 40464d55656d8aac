import { describe, expect, it } from 'vitest';
import { pageToMarkdown } from '../../../../../site/export/built/page-to-markdown.ts';

const of = (content: string) =>
  pageToMarkdown(
    `<html><head><meta name="description" content="What it is."></head><body>
     <h1 id="_top">A page</h1><div class="sl-markdown-content">${content}</div>
     <div class="colophon"><p>Free.</p><p>Status</p></div></body></html>`,
    'https://man.example/en/page/',
  );

const head = '# A page\n\n> What it is.\n>\n> <https://man.example/en/page/>\n';

describe('a built page as Markdown', () => {
  it('has the title, the description and the address before its text, and the licence after it', () => {
    expect(of('<p>Text.</p>')).toBe(`${head}\nText.\n\nFree.\n`);
  });

  it('leaves out what is hidden, what is for hands, and what only looks like something', () => {
    const noise = `<p hidden>a</p><button>b</button><form><input></form><script>c</script>
      <span aria-hidden="true">d</span><noscript>e</noscript><p role="status">f</p><code></code>`;
    expect(of(`${noise}<p>Text.</p>`)).toBe(`${head}\nText.\n\nFree.\n`);
  });

  it('says what the page says to nobody else, and not what a script will fill in', () => {
    const text = '<p data-in-markdown hidden>Only here.</p><div data-in-markdown="no">–</div>';
    expect(of(text)).toBe(`${head}\nOnly here.\n\nFree.\n`);
  });

  it('has whole addresses, and no link of a heading to itself', () => {
    expect(of('<h2 id="x"><a href="#x">EAGAIN</a></h2><p><a href="../b/#c">b</a></p>')).toContain(
      '## EAGAIN\n\n[b](https://man.example/en/b/#c)\n',
    );
  });

  it('keeps apart what only a style sheet holds apart, and code as it is', () => {
    expect(of('<p><a href="/b/">b</a><span>c</span></p>')).toContain(
      '[b](https://man.example/b/) c',
    );
    expect(of('<p><code><span>f(</span><span>1)</span></code></p>')).toContain('`f(1)`');
  });

  it('has a cell of a table on one line, with its bars escaped', () => {
    const table = `<table><thead><tr><th>Call</th></tr></thead>
      <tbody><tr><td><p>a | b</p><p><code>c</code></p></td></tr></tbody></table>`;
    expect(of(table)).toContain('| Call |\n| --- |\n| a \\| b `c` |\n');
  });

  it('shows a command as one', () => {
    expect(of('<copy-command><code>ls</code><button>Copy</button></copy-command>')).toContain(
      '```sh\nls\n```',
    );
  });

  it('throws where there is no page', () => {
    expect(() => pageToMarkdown('<p>moved</p>', 'https://man.example/')).toThrow(/no title/);
  });
});
