import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownToMdast } from 'satteri';
import { describe, expect, it, test } from 'vitest';
import { alternatesOf } from '../../site/export/alternates.ts';
import { languages } from '../../site/facts/localized.ts';
import { builtPages, dist, isServed } from './manual/built-pages.ts';

const read = (path: string) => readFileSync(join(dist, path), 'utf8');

/** Every page that can be had as Markdown, without those of the manual, which formats.test.ts reads. */
const pages = builtPages().flatMap(({ path }) => {
  const alternates = alternatesOf(path);
  return alternates.length === 1 ? alternates.map(({ href }) => ({ path, href })) : [];
});

type Node = ReturnType<typeof markdownToMdast>;

const nodesIn = (node: Node): Node[] => [
  node,
  ...('children' in node ? (node.children as Node[]).flatMap(nodesIn) : []),
];

test('the home page, every page about the manual and every goal is Markdown, too', () => {
  const paths = new Set(pages.map(({ path }) => path));
  for (const lang of languages)
    for (const path of ['', 'errnos/', 'embedding/', 'strace/', 'playground/', 'learn/a-read/'])
      expect(paths).toContain(`/${lang}/${path}`);
});

describe.each(pages)('$href', ({ path, href }) => {
  const markdown = read(href);
  const nodes = nodesIn(markdownToMdast(markdown));
  const ofType = (type: string) => nodes.filter((node) => node.type === type);

  it('has one title, and beneath it says of which page it is', () => {
    const titles = ofType('heading').filter((node) => 'depth' in node && node.depth === 1);
    expect(titles).toHaveLength(1);
    expect(markdown).toContain(`${path}>`);
  });

  it('is free of markup, of what is only for hands, and of what is missing', () => {
    expect(ofType('html')).toEqual([]);
    expect(markdown).not.toMatch(/undefined|\[object|\{\{\w+\}\}(?!`)/);
    expect(markdown).not.toMatch(/^(Run|Edit|Share|Embed|Copy)$/m);
  });

  it('leads to places that exist', () => {
    const links = ofType('link').map((node) => new URL('url' in node ? node.url : ''));
    const ours = links.filter(({ host }) => host === '127.0.0.1:4321');
    const lost = ours.filter(
      ({ pathname }) => !isServed(pathname) && !/^\/(api|mcp)/.test(pathname),
    );
    expect(lost.map(String)).toEqual([]);
  });
});

test('a snippet keeps its lines, and the tape beside it is one line a call', () => {
  const goal = read('en/learn/a-read.md');
  expect(goal).toContain('```c\n#include <fcntl.h>\n#include <linux/aio_abi.h>\n');
  const first = read('en.md');
  expect(first).toContain('\nio_setup(128, [ctx₁]) = 0\nio_destroy(ctx₁) = 0\n');
});

test('where the page has a playground, its text says how else a snippet runs', () => {
  for (const lang of languages)
    for (const name of ['playground', 'run'])
      expect(read(`${lang}/${name}.md`)).toContain('/api/v1/runs?language=c');
});

test('llms.txt names the pages that were written, and llms-full.txt holds them', () => {
  const list = read('llms.txt');
  for (const lang of languages) {
    const whole = read(`${lang}/llms-full.txt`);
    for (const path of ['.md', '/errnos.md', '/messages.md', '/strace.md', '/learn.md']) {
      expect(list).toContain(`/${lang}${path})`);
      expect(whole).toContain(read(`${lang}${path}`));
    }
    expect(whole).toContain(read(`${lang}/learn/a-read.md`));
    expect(whole).not.toMatch(/^> <[^>]+\/compare\//m);
  }
});
