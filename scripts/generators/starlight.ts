import type { Generator } from './generator.ts';

export const starlight: Generator = {
  name: 'Starlight 0.42',
  packages: {
    '@astrojs/markdown-remark': '7.3.1',
    '@astrojs/starlight': '0.42.4',
    '@expressive-code/plugin-line-numbers': '0.44.2',
    astro: '7.3.4',
  },
  without: {},
  files: ({ script, markdownPaste, fence, pluginFence }) => ({
    'astro.config.mjs': `import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { pluginLineNumbers } from '@expressive-code/plugin-line-numbers';
import { defineConfig } from 'astro/config';
import remarkLiveMan from 'live-man-embed/remark';

export default defineConfig({
  integrations: [
    starlight({
      title: 'A tutorial',
      expressiveCode: {
        plugins: [pluginLineNumbers()],
        defaultProps: { showLineNumbers: false },
      },
    }),
  ],
  markdown: { processor: unified({ remarkPlugins: [remarkLiveMan] }) },
});`,
    'src/content.config.ts': `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };`,
    'src/content/docs/index.md': `---
title: A tutorial
---

${script}

Before.

${markdownPaste}

${fence('C fence')}

${fence('TS fence')}

${fence('line numbers', ' showLineNumbers {5,8-9}')}

${pluginFence}

The end.
`,
  }),
  build: ['astro', 'build'],
  output: 'dist',
};
