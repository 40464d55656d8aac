import { debianPackage, type Generator } from './generator.ts';

export const pandoc: Generator = {
  name: 'pandoc',
  packages: {},
  debian: [debianPackage('pandoc')],
  without: {},
  files: ({ script, markdownPaste, fence, line, source }) => {
    const block = (attributes: string, source: string) =>
      `\`\`\`{${attributes}}\n${source}\n\`\`\``;
    return {
      'index.md': `---
title: A tutorial
lang: en
---

${script}

Before.

${markdownPaste}

${fence('C fence')}

${fence('TS fence')}

${line('line numbers')}

${block('.c .numberLines', source('line numbers'))}

${block('.c .live-man', source('on the block'))}

The end.
`,
    };
  },
  build: ['pandoc', '--standalone', '--output', 'index.html', 'index.md'],
  output: '.',
};
