import type { Generator } from './generator.ts';

export const eleventy: Generator = {
  name: 'Eleventy 3.1',
  packages: { '@11ty/eleventy': '3.1.8', '@11ty/eleventy-plugin-syntaxhighlight': '5.0.2' },
  without: { 'on the block': 'its Markdown is markdown-it' },
  files: ({ script, markdownPaste, fence }) => ({
    'eleventy.config.mjs': `import highlight from '@11ty/eleventy-plugin-syntaxhighlight';
export default (config) => config.addPlugin(highlight, { alwaysWrapLineHighlights: true });`,
    '_includes/page.html': `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>A tutorial</title>
<body>{{ content }}</body></html>`,
    // Its Liquid reads Markdown, too.
    'index.md': `---
layout: page.html
---

${script}

Before.

${markdownPaste}

{% raw %}

${fence('C fence')}

${fence('TS fence')}

${fence('line numbers', '/5,8-9')}

{% endraw %}

The end.
`,
  }),
  build: ['eleventy', '--quiet'],
  output: '_site',
};
