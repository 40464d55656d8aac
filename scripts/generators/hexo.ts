import type { Generator } from './generator.ts';

const packages = {
  hexo: '8.1.2',
  'hexo-renderer-ejs': '2.0.0',
  'hexo-renderer-marked': '7.0.1',
};

export const hexo: Generator = {
  name: 'Hexo 8.1',
  packages,
  without: { 'on the block': 'it writes no class of an author’s on a fence' },
  files: ({ script, markdownPaste, fence }) => ({
    // What `hexo init` writes into it, too.
    'package.json': JSON.stringify({ hexo: { version: packages.hexo }, dependencies: packages }),
    '_config.yml': 'title: A tutorial\ntheme: plain\n',
    'themes/plain/layout/page.ejs': `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>A tutorial</title>
<body><%- page.content %></body></html>`,
    // The guide: its Nunjucks reads Markdown, too.
    'source/index.md': `---
title: A tutorial
layout: page
---

${script}

Before.

${markdownPaste}

{% raw %}

${fence('C fence')}

${fence('TS fence')}

${fence('line numbers', ' mark:5,8-9')}

{% endraw %}

The end.
`,
  }),
  build: ['hexo', 'generate', '--silent'],
  output: 'public',
};
