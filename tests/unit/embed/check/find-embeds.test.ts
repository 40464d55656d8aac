import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findEmbeds } from '../../../../site/embed/check/find-embeds.ts';
import { readPage } from '../../../../site/embed/check/read-page.ts';
import { withBrowser } from '../../../../site/embed/check/with-browser.ts';

const server = new URL('https://man.example');
const find = (html: string) => withBrowser(() => findEmbeds(readPage(html), server));

const folder = new URL('../../../embed/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const sources = [
  { language: 'c', source: read('c.txt').trimEnd() },
  { language: 'typescript', source: read('typescript.txt').trimEnd() },
  // With a callout, or a line that a diff removes.
  { language: 'c', source: 'int main(void)\n{\n    return 0;\n}' },
];

describe('the embeds of a page', () => {
  // As the browser reads them: tests/e2e/generators.desktop.spec.ts.
  it.each(readdirSync(new URL('pages/', folder)))('have the code of their author in %s', (name) => {
    const embeds = find(read(`pages/${name}`));
    expect(embeds.length).toBeGreaterThan(1);
    for (const { code } of embeds) {
      const { language, source } = code!;
      expect(sources).toContainEqual({ language, source });
    }
  });

  it('stand where their tags begin, and have what those say', () => {
    const html = `<!doctype html>
<p>Text.</p>
<live-man example="io_setup-first"
          lines="3-5"></live-man>
<div class="live-man" data-highlight="7"></div>
<pre><code class="language-c">int x;</code></pre>
<iframe src="https://man.example/en/embed/io_submit-first/?tape=closed"></iframe>
<iframe src="https://video.example/en/embed/io_submit-first/"></iframe>`;
    expect(find(html)).toMatchObject([
      { line: 3, settings: { example: 'io_setup-first', lines: '3-5' }, hasFallback: false },
      { line: 5, settings: { highlight: '7' }, code: { source: 'int x;', language: 'c' } },
      { line: 7, settings: { example: 'io_submit-first', tape: 'closed' } },
    ]);
  });

  it('may be tags that Markdown never closed', () => {
    const [embed] = find('<live-man example="a"><p>One.</p><h2>Another section</h2>');
    expect(embed).toMatchObject({ isUnclosed: true });
  });

  it('leave the globals of Node as they are', () => {
    find('<live-man></live-man>');
    expect(globalThis).not.toHaveProperty('getComputedStyle');
  });
});
