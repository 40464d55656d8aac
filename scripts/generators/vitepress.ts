import type { Generator } from './generator.ts';

/** Of the guide's script, as VitePress wants them. */
const attributesOf = (script: string) => ({ src: /src="([^"]*)"/.exec(script)![1], async: '' });

export const vitepress: Generator = {
  name: 'VitePress 1.6',
  packages: { vitepress: '1.6.4' },
  without: { 'on the block': 'its Markdown is markdown-it' },
  files: ({ script, markdownPaste, fence }) => ({
    '.vitepress/config.mjs': `// The guide: a script in a page would be one of Vue's.
export default { title: 'A tutorial', head: [['script', ${JSON.stringify(attributesOf(script))}]] };`,
    'index.md': `Before.

${markdownPaste}

${fence('C fence')}

${fence('TS fence')}

${fence('line numbers', ':line-numbers {5,8-9}')}

The end.
`,
  }),
  build: ['vitepress', 'build'],
  output: '.vitepress/dist',
};
