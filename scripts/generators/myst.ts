import { debianPackage, type Generator } from './generator.ts';

export const myst: Generator = {
  name: 'MyST',
  packages: {},
  debian: [
    debianPackage('python3-sphinx', 'python3/dist-packages/sphinx'),
    debianPackage('python3-myst-parser', 'python3/dist-packages/myst_parser'),
  ],
  without: {},
  files: ({ script, markdownPaste, fence, line, source }) => ({
    'conf.py': "project = 'A tutorial'\nhtml_theme = 'alabaster'\nextensions = ['myst_parser']\n",
    'index.md': `# A tutorial

${script}

Before.

${markdownPaste}

${fence('C fence')}

${fence('TS fence')}

${line('line numbers')}

\`\`\`{code-block} c
:linenos:
:emphasize-lines: 5,8-9

${source('line numbers')}
\`\`\`

\`\`\`{code-block} c
:class: live-man

${source('on the block')}
\`\`\`

The end.
`,
  }),
  build: ['sphinx-build', '-q', '.', 'built'],
  output: 'built',
};
