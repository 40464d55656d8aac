import type { Generator } from './generator.ts';

export const honkit: Generator = {
  name: 'HonKit 6.1',
  packages: { honkit: '6.1.7' },
  without: {
    'line numbers': 'it numbers no lines',
    'on the block': 'it writes no class of an author’s on a fence',
  },
  files: ({ script, markdownPaste, fence }) => ({
    'SUMMARY.md': '# Summary\n\n- [A tutorial](README.md)\n',
    // The guide: its Nunjucks reads Markdown, too.
    'README.md': `# A tutorial

${script}

Before.

${markdownPaste}

{% raw %}

${fence('C fence')}

${fence('TS fence')}

{% endraw %}

The end.
`,
  }),
  build: ['honkit', 'build'],
  output: '_book',
};
