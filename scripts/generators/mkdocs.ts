import { debianPackage, type Generator } from './generator.ts';

export const mkdocs: Generator = {
  name: 'MkDocs, Material',
  packages: {},
  debian: [
    debianPackage('mkdocs'),
    debianPackage('mkdocs-material', '../share/mkdocs/themes/material'),
  ],
  without: { 'on the block': 'what it writes around a fence is its own' },
  files: ({ script, markdownPaste, fence }) => ({
    'mkdocs.yml': `site_name: A tutorial
theme:
  name: material
  font: false
markdown_extensions:
  - pymdownx.superfences
  - pymdownx.highlight:
      anchor_linenums: true
`,
    'docs/index.md': `${script}

Before.

${markdownPaste}

${fence('C fence')}

${fence('TS fence')}

${fence('line numbers', ' linenums="1" hl_lines="5 8-9"')}

The end.
`,
  }),
  build: ['mkdocs', 'build', '--quiet'],
  output: 'site',
};
