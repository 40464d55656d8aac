import { columns } from './tutorial.ts';
import type { Generator } from './generator.ts';

export const reveal: Generator = {
  name: 'reveal.js 6.0',
  packages: { 'reveal.js': '6.0.2' },
  without: { 'on the block': 'its slides are HTML' },
  files: ({ script, htmlPaste, tag }) => ({
    'index.html': `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>A tutorial</title>
<link rel="stylesheet" href="node_modules/reveal.js/dist/reveal.css">
<link rel="stylesheet" href="node_modules/reveal.js/dist/theme/black.css">
<link rel="stylesheet" href="node_modules/reveal.js/dist/plugin/highlight/monokai.css">
<body>
${script}
<div class="reveal"><div class="slides">
<section>${htmlPaste}</section>
<section>${tag('C fence')}</section>
<section>${tag('TS fence')}</section>
<section>${tag('line numbers', ' data-line-numbers="5|8-9"')}</section>
<section>The end.</section>
</div></div>
<script src="node_modules/reveal.js/dist/reveal.js"></script>
<script src="node_modules/reveal.js/dist/plugin/highlight.js"></script>
<script>Reveal.initialize({ hash: true, plugins: [RevealHighlight] });</script>
</body></html>`,
  }),
  build: [],
  output: '.',
  placeOf: (column) => `#/${columns.indexOf(column)}`,
};
