import type { Generator } from './generator.ts';
import { inMdx } from './tutorial.ts';

export const docusaurus: Generator = {
  name: 'Docusaurus 3.10',
  packages: {
    '@docusaurus/core': '3.10.2',
    '@docusaurus/preset-classic': '3.10.2',
    '@mdx-js/react': '3.1.1',
    react: '19.3.1',
    'react-dom': '19.3.1',
  },
  without: {},
  files: ({ script, markdownPaste, fence, pluginFence }) => ({
    'docusaurus.config.js': `import remarkLiveMan from 'live-man-embed/remark';
export default {
  title: 'A tutorial',
  url: 'https://tutorial.example',
  baseUrl: '/',
  presets: [
    [
      'classic',
      { blog: false, docs: { routeBasePath: '/', beforeDefaultRemarkPlugins: [remarkLiveMan] } },
    ],
  ],
};`,
    'docs/index.md': `${script}

Before.

${inMdx(markdownPaste)}

${inMdx(fence('C fence'))}

${inMdx(fence('TS fence'))}

${inMdx(fence('line numbers', ' showLineNumbers {5,8-9}'))}

${pluginFence}

The end.
`,
  }),
  build: ['docusaurus', 'build'],
  output: 'build',
};
