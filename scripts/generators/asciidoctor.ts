import { debianPackage, type Generator } from './generator.ts';

export const asciidoctor: Generator = {
  name: 'Asciidoctor',
  packages: {},
  debian: [debianPackage('asciidoctor'), debianPackage('ruby-rouge', '../bin/rougify')],
  without: {},
  files({ script, htmlPaste, line, source }) {
    const raw = (html: string) => `++++\n${html}\n++++`;
    const code = (attributes: string, source: string) => `[${attributes}]\n----\n${source}\n----`;
    return {
      'index.adoc': `= A tutorial
:source-highlighter: rouge
:!webfonts:

${raw(script)}

Before.

${raw(htmlPaste)}

${raw(line('C fence'))}

${code('source,c', source('C fence'))}

${raw(line('TS fence'))}

${code('source,typescript', source('TS fence'))}

${raw(line('line numbers'))}

${code('source,c,linenums,highlight=5;8-9', source('line numbers'))}

${code('source.live-man,c', source('on the block'))}

The end.
`,
    };
  },
  build: ['asciidoctor', 'index.adoc'],
  output: '.',
};
