import { debianPackage, type Generator } from './generator.ts';

export const hugo: Generator = {
  name: 'Hugo',
  packages: {},
  debian: [debianPackage('hugo')],
  without: { 'on the block': 'it writes no class of an author’s on a fence' },
  files: ({ script, markdownPaste, fence }) => ({
    // The guide: without this, it leaves HTML out.
    'config.toml': `title = 'A tutorial'
disableKinds = ['RSS', 'sitemap', 'taxonomy', 'term']
[markup.goldmark.renderer]
unsafe = true`,
    'layouts/index.html': `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>A tutorial</title>
<body>{{ .Content }}</body></html>`,
    'content/_index.md': `---
title: A tutorial
---

${script}

Before.

${markdownPaste}

${fence('C fence')}

${fence('TS fence')}

${fence('line numbers', ' {linenos=table,hl_lines=[5,"8-9"]}')}

The end.
`,
  }),
  build: ['hugo', '--quiet'],
  output: 'public',
};
