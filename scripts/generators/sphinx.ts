import { debianPackage, type Generator } from './generator.ts';

const indented = (text: string) => text.replace(/^(?=.)/gm, '   ');

export const sphinx: Generator = {
  name: 'Sphinx',
  packages: {},
  debian: [debianPackage('python3-sphinx', 'python3/dist-packages/sphinx')],
  without: {},
  files({ script, htmlPaste, line, source }) {
    const raw = (html: string) => `.. raw:: html\n\n${indented(html)}`;
    const code = (language: string, source: string, options = '') =>
      `.. code-block:: ${language}\n${options}\n${indented(source)}`;
    return {
      'conf.py': "project = 'A tutorial'\nhtml_theme = 'alabaster'\n",
      'index.rst': `A tutorial
==========

${raw(script)}

Before.

${raw(htmlPaste)}

${raw(line('C fence'))}

${code('c', source('C fence'))}

${raw(line('TS fence'))}

${code('typescript', source('TS fence'))}

${raw(line('line numbers'))}

${code('c', source('line numbers'), '   :linenos:\n   :emphasize-lines: 5,8-9\n')}

${code('c', source('on the block'), '   :class: live-man\n')}

The end.
`,
    };
  },
  build: ['sphinx-build', '-q', '.', 'built'],
  output: 'built',
};
